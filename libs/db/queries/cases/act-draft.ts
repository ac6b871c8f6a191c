import type { Clock } from '#config/clock';
import { forbidden, notFound, ProblemError } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { kindOf } from '#domain/kinds/index';
import type { NoticeContent } from '#domain/notice';
import { isRefusal } from '#domain/permission';
import { entitled } from '#domain/procedure';
import type { EntityManager } from '../../orm.ts';
import { draftContent } from '../papers/draft.ts';
import { readCase } from './case-row.ts';

/** The paper that an act would sign, for one who may do the act now: nothing is signed unread. */
export async function actDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { caseId, action: code }: { caseId: string; action: string },
): Promise<{ code: string; content: NoticeContent }> {
  const { row } = await readCase(em, actor, caseId);
  const kind = kindOf(row.kind);
  const action = Object.hasOwn(kind.actions, code) ? kind.actions[code] : undefined;
  const paper = action?.paper?.(row.state);
  if (!action || !paper) throw notFound('此步骤没有待签的文书。');
  const who = entitled(kind, row.state, action, { actor, facts: {} });
  if (isRefusal(who)) {
    throw who.refused === 'office' ? forbidden(who.reason) : new ProblemError(409, who.refused, who.reason);
  }
  const drafting = { caseId, seq: row.seq, state: row.state, now: clock.now() };
  return { code: paper.code, content: await draftContent(em, paper, drafting) };
}
