import type { Clock } from '#config/clock';
import type { ActFormQuery, ActFormView } from '#contracts/case';
import { forbidden, notFound, ProblemError } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { consequencesOf } from '#domain/consequences';
import { kindOf, shippedDeadlines } from '#domain/kinds/index';
import { noticeTypes } from '#domain/notice-types';
import { isRefusal } from '#domain/permission';
import { entitled } from '#domain/procedure';
import type { EntityManager } from '../../orm.ts';
import { readCase } from './case-row.ts';
import { offerOf } from './offers.ts';
import { formSchema } from './form-schema.ts';

/** What an act asks for in this case as it stands; the same question that decides says whether it may be asked at all. */
export async function actForm(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { caseId, action: code, onBehalfOf }: { caseId: string; action: string } & ActFormQuery,
): Promise<ActFormView> {
  const { row, sight } = await readCase(em, actor, caseId);
  const kind = kindOf(row.kind);
  const action = Object.hasOwn(kind.actions, code) ? kind.actions[code] : undefined;
  if (!action || action.by(row.state) === 'system') throw notFound('没有这一办理步骤。');
  const who = entitled(kind, row.state, action, { actor, onBehalfOf, facts: {} });
  if (isRefusal(who)) {
    throw who.refused === 'office' ? forbidden(who.reason) : new ProblemError(409, who.refused, who.reason);
  }
  const offer = await offerOf(em, { row, sight, who, actor, today: clock.today() }, code);
  const schema = formSchema(row.kind, code) ?? { type: 'object', properties: {} };
  return {
    ...{ action: code, label: action.label, verb: action.verb, seq: row.seq },
    onBehalfOf: who.orgId ?? null,
    consequences: consequencesOf(action, row.state, shippedDeadlines, clock.today()),
    schema: offer.schema?.(schema) ?? schema,
    options: offer.options ?? {},
    initial: offer.initial ?? {},
    draft: action.paper ? noticeTypes(action.paper(row.state).code).label : null,
  };
}
