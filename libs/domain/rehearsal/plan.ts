import type { CaseState, OpenTodo, RuleBook } from '../case.ts';
import type { Day, Instant } from '../day.ts';
import type { Kind } from '../kind.ts';
import { sameOffice } from '../permission.ts';
import { answeringOf, answersOn, verdictOf, type Assumptions, type Verdict } from './assumptions.ts';
import { officeKey, type Cast } from './cast.ts';
import type { Findings } from './findings.ts';
import type { Unfinished } from './rehearsed.ts';
import type { Replies } from './reply.ts';
import type { Tally } from './tally.ts';

/** What all cases of one kind share in a rehearsal. */
export interface Scene {
  kind: Kind<CaseState>;
  replies: Replies<CaseState>;
  book: RuleBook;
  /** Of a case that another one opened: before its steps, whose codes other kinds have too. */
  prefix: string;
  assumptions: Assumptions;
  cast: Cast;
  tally: Tally;
  findings: Findings;
}

/** When a todo is answered, if ever. */
export interface Plan {
  verdict: Verdict;
  /** When it is answered; absent where it never is. */
  at?: Instant;
  /** The deadline for which that was planned. */
  due?: Day;
  tries: number;
  why: Unfinished['why'];
}

/** The todo as it is counted. */
export const named = ({ prefix }: Scene, todo: OpenTodo): OpenTodo =>
  prefix ? { ...todo, step: `${prefix}${todo.step}` } : todo;

/** A fired rung leaves a todo as it is; another day, office or person makes it somebody's work anew. */
export const asksAnew = (old: OpenTodo, todo: OpenTodo): boolean =>
  old.deadline?.due !== todo.deadline?.due ||
  old.holder !== todo.holder ||
  old.assigned?.personId !== todo.assigned?.personId ||
  !sameOffice(old.office, todo.office);

/** `about` names the todo among all of the rehearsal. */
export function planOf(scene: Scene, about: string, todo: OpenTodo, state: CaseState): Plan {
  const { assumptions, book, cast, findings, kind, replies } = scene;
  const answering = answeringOf(assumptions, todo.office);
  const verdict = verdictOf(answering, assumptions.seed, about);
  const code = kind.steps[todo.step]?.action ?? '';
  const action = kind.actions[code];
  const plan = { verdict, tries: 0, due: todo.deadline?.due };
  if (cast.holders(todo.office).length === 0) {
    const others = action !== undefined && cast.anybody(action.by(state), todo.office);
    findings.empty(officeKey(todo.office), named(scene, todo), others);
    if (!others) return { ...plan, why: 'nobody' };
  }
  if (!action || !replies[code]) {
    const { step } = named(scene, todo);
    findings.unanswered.add(step, () => ({ step }));
    return { ...plan, why: 'never' };
  }
  if (verdict === 'never') return { ...plan, why: 'never' };
  return { ...plan, why: 'running', at: answersOn(answering, verdict, todo, book.calendar) };
}
