import type { Clock } from '#config/clock';
import type { ActFormQuery, ActFormView } from '#contracts/case';
import { forbidden, notFound, ProblemError } from '#contracts/problem';
import type { Actor, Post } from '#domain/actor';
import { consequencesOf } from '#domain/consequences';
import type { CaseState } from '#domain/case';
import type { Action, Who } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import { noticeTypeOf } from '#domain/notice-types';
import { isRefusal, postsFor } from '#domain/permission';
import { entitled } from '#domain/procedure';
import { roles } from '#domain/role';
import type { EntityManager } from '../../orm.ts';
import { readCase } from './case-row.ts';
import { personNames } from './names.ts';
import { offerOf } from './offers.ts';
import { rulesInForce } from '../rule-book.ts';
import { formSchema } from './form-schema.ts';

/** What an act asks for in this case as it stands; the same question that decides says whether it may be asked at all. */
export async function actForm(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { caseId, action: code, onBehalfOf, todo }: { caseId: string; action: string } & ActFormQuery,
): Promise<ActFormView> {
  const { row, sight } = await readCase(em, actor, caseId);
  const kind = kindOf(row.kind);
  const action = Object.hasOwn(kind.actions, code) ? kind.actions[code] : undefined;
  const offices = action?.by(row.state);
  if (!action || !offices || offices === 'system') throw notFound('没有这一办理步骤。');
  const who = entitled(kind, row.state, action, { actor, onBehalfOf, facts: {} });
  if (isRefusal(who)) {
    throw who.refused === 'office' ? forbidden(who.reason) : new ProblemError(409, who.refused, who.reason);
  }
  const offer = await offerOf(em, { row, sight, who, actor, today: clock.today(), todo }, code);
  const schema = formSchema(row.kind, code) ?? { type: 'object', properties: {} };
  return {
    ...{ action: code, label: action.label, verb: action.verb, seq: row.seq },
    onBehalfOf: who.orgId ?? null,
    actingFor: await absentOne(em, postsFor(actor, offices), who),
    consequences: consequencesOf(action, row.state, (await rulesInForce(em)).deadline, clock.today()),
    schema: offer.schema?.(schema) ?? schema,
    options: offer.options ?? {},
    initial: offer.initial ?? {},
    draft: draftName(action, row.state),
    draftBy: Object.keys(action.paperBy?.shape ?? {}),
  };
}

/** Where it depends on what is chosen, the draft itself says what it is called. */
function draftName(action: Action<CaseState>, state: CaseState): string | null {
  const paper = action.paperBy ? undefined : action.paper?.(state, {});
  return paper && !isRefusal(paper) ? noticeTypeOf(paper.code).label : null;
}

/** 代王五（分管领导）: shown before the act is done. */
async function absentOne(
  em: EntityManager,
  posts: readonly Post[],
  who: Who,
): Promise<ActFormView['actingFor']> {
  const post = posts.find(
    ({ orgId, actingFor }) => actingFor && actingFor === who.actingFor && orgId === who.orgId,
  );
  if (!post) return null;
  const nameOf = await personNames(em, [post.actingFor]);
  return { name: nameOf(post.actingFor) ?? '', roleLabel: roles[post.role] };
}
