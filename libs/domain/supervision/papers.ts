import type { z } from 'zod';
import type { CaseState, OpenTodo, OuterEffect } from '../case.ts';
import type { DraftPaper } from '../kind.ts';
import type { RungPaper } from '../ladder.ts';
import { refuse, type Refusal } from '../permission.ts';
import { startService } from '../service/state.ts';
import type { escalationDraft } from './forms.ts';
import { ladderNotices } from './notices/types.ts';

/** The papers of a ladder by the code of their template; a reminder is a message and no paper. */
export const rungNotices: Record<Exclude<RungPaper, 'reminder'>, { code: string }> = {
  urge: { code: 'urge-letter' },
  supervise: { code: 'supervision-letter' },
  interview: { code: 'interview-notice' },
  circular: { code: 'work-circular' },
};

/** Issued to the organisation that is late; nothing where the work lies in the bureau itself. */
function paperEffect(
  key: string,
  { office, step, round, deadline }: OpenTodo,
  paper: RungPaper,
  rung: string,
): Extract<OuterEffect, { type: 'issueNotice' }>[] {
  if (paper === 'reminder' || !('orgId' in office) || !deadline) return [];
  const params = { todo: key, step, round, due: deadline.due, start: deadline.start, rung };
  return [{ type: 'issueNotice', ...rungNotices[paper], to: [office.orgId], params }];
}

/** Orders it; one that has to be served begins its service. */
export function issuePaper<S extends CaseState>(
  state: S,
  key: string,
  paper: RungPaper,
  rung: string,
): { state: S; effects: OuterEffect[] } {
  const todo = state.todos[key];
  const [effect] = todo ? paperEffect(key, todo, paper, rung) : [];
  if (!effect || !todo) return { state, effects: [] };
  const { code, to } = effect;
  const formal = ladderNotices.some((type) => type.code === code && type.service === 'formal');
  if (!formal) return { state, effects: [effect] };
  const started = startService(state, { code, to, role: todo.office.role });
  return { state: started.state, effects: [{ ...effect, service: started.service }] };
}

export const inHouse = refuse(
  'paper',
  '该事项由主管部门内部承办，不向其印发文书；请批示或改派。',
  'decision',
);

/** The paper that a decision on an escalation would issue: the same one, ordered by nobody yet. */
export function draftOf(
  { escalations, todos }: CaseState,
  chosen: z.infer<typeof escalationDraft>,
): DraftPaper | Refusal | undefined {
  if (!chosen.escalation || !chosen.paper || chosen.decision !== 'issue') return undefined;
  const escalation = escalations?.[chosen.escalation];
  const todo = escalation && todos[escalation.todo];
  if (!escalation || !todo) return refuse('no-escalation', '该升级事项不存在，或已处理。', 'escalation');
  const [effect] = paperEffect(escalation.todo, todo, chosen.paper as RungPaper, escalation.rung);
  return effect ?? inHouse;
}
