import type { Clock } from '#config/clock';
import { forbidden, notFound, ProblemError } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import type { CaseState } from '#domain/case';
import type { Action } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import type { NoticeContent } from '#domain/notice';
import { isRefusal, type Refusal } from '#domain/permission';
import { entitled } from '#domain/procedure';
import type { EntityManager } from '../../orm.ts';
import { draftContent } from '../papers/draft.ts';
import { readCase } from './case-row.ts';

interface Asked {
  caseId: string;
  action: string;
  /** What is filled in so far. */
  form: Record<string, unknown>;
  /** Of several papers: which one. */
  nth?: number | undefined;
}

/** The paper that an act would sign, for one who may do the act now: nothing is signed unread. Undefined: none yet. */
export async function actDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { caseId, action: code, form: given, nth = 0 }: Asked,
): Promise<{ code: string; content: NoticeContent; of: number } | undefined> {
  const { row } = await readCase(em, actor, caseId);
  const kind = kindOf(row.kind);
  const action = Object.hasOwn(kind.actions, code) ? kind.actions[code] : undefined;
  if (!action?.paper) throw notFound('此步骤没有待签的文书。');
  const who = entitled(kind, row.state, action, { actor, facts: {} });
  if (isRefusal(who)) {
    throw who.refused === 'office' ? forbidden(who.reason) : new ProblemError(409, who.refused, who.reason);
  }
  const form = chosenIn(action, given);
  const paper = action.paper(row.state, form);
  if (!paper) return undefined;
  if (isRefusal(paper)) throw refused(paper);
  const drafting = { caseId, seq: row.seq, state: row.state, now: clock.now(), form, nth };
  return { code: paper.code, ...(await draftContent(em, paper, drafting)) };
}

const refused = ({ refused: code, reason, field }: Refusal) =>
  new ProblemError(409, code, reason, field ? [{ field, detail: reason }] : undefined);

/** The answers on which the paper depends, and no others. */
function chosenIn({ paperBy }: Action<CaseState>, given: Record<string, unknown>): Record<string, unknown> {
  if (!paperBy) return {};
  const parsed = paperBy.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), detail: message }));
  throw new ProblemError(422, 'form', errors[0]?.detail ?? '', errors);
}
