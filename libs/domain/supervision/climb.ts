import type { CaseState, Effect, OpenTodo } from '../case.ts';
import type { Day } from '../day.ts';
import type { Outcome } from '../kind.ts';
import { deciders, type Decider, type DueRung, type RungPaper } from '../ladder.ts';
import { issuePaper } from './papers.ts';
import type { Escalation } from './state.ts';
import { toHolder } from './to-holder.ts';

const isDecider = (role: string): role is Decider => deciders.some((decider) => decider === role);
const rank = (role: string): number => (isDecider(role) ? deciders.indexOf(role) + 1 : 0);

/**
 * What a rung that has come does: it reminds the holder, or puts the late work before somebody above him who
 * decides what happens, with the paper that the ladder proposes. A paper that nobody need approve goes out at once.
 */
export function climbRung<S extends CaseState>(
  outcome: Outcome<S>,
  key: string,
  due: DueRung,
  today: Day,
): Outcome<S> {
  const { state } = outcome;
  const todo = state.todos[key];
  const { row } = due;
  if (!todo || (isDecider(row.whom) && rank(row.whom) <= rank(todo.office.role))) return outcome;
  const reached = recipient(todo, row.whom);
  if (!reached) return outcome;
  const decides = isDecider(row.whom);
  const params = { rung: row.code, turn: due.rung, lateBy: due.lateByWorkingDays };
  const code = decides ? 'escalation' : row.whom === 'holder' ? 'reminder' : 'late-in-house';
  const message: Effect = { type: 'message', ...reached, code, todoKey: key, params };
  const issued =
    row.paper && !row.approvedBy ? issuePaper(state, key, row.paper, due.rung) : { state, effects: [] };
  const effects = [...outcome.effects, message, ...issued.effects];
  const next = isDecider(row.whom) ? escalate(issued.state, key, row.whom, due, today) : issued.state;
  return { state: next, effects };
}

/** Moves up: what lay with somebody below lies with him now, unless that one keeps it in his own hands. */
function escalate<S extends CaseState>(state: S, todo: string, role: Decider, { row }: DueRung, on: Day): S {
  const others = Object.entries(state.escalations ?? {});
  if (others.some(([, one]) => one.todo === todo && one.takenBy !== undefined)) return state;
  const id = (state.lastRequest ?? 0) + 1;
  const paper = proposed(state.todos[todo], row.paper);
  const escalation: Escalation = { todo, rung: row.code, role, on, ...(paper ? { paper } : {}) };
  const rest = Object.fromEntries(others.filter(([, one]) => one.todo !== todo));
  return { ...state, lastRequest: id, escalations: { ...rest, [id]: escalation } };
}

/** Papers are written to hospitals and other authorities, not to an office of the bureau itself. */
const proposed = (todo: OpenTodo | undefined, paper: RungPaper | undefined): RungPaper | undefined =>
  todo && 'orgId' in todo.office && paper !== 'reminder' ? paper : undefined;

/** Roles of a ladder are relative to the case; a hospital's principal is told only of his own hospital's lateness. */
function recipient(todo: OpenTodo, whom: DueRung['row']['whom']): ReturnType<typeof toHolder> | undefined {
  if (whom === 'holder') return toHolder(todo);
  const { office } = todo;
  if (whom === 'principal')
    return 'orgId' in office ? { to: { orgId: office.orgId, role: 'principal' } } : undefined;
  return { to: { bureau: true, role: whom } };
}
