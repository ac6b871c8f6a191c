import type { CaseState, Effect, OpenTodo, RuleBook } from './case.ts';
import { shanghaiDay, type Instant } from './day.ts';
import { expiryOf, isSuspended, type Deadline } from './deadline.ts';
import type { Kind, Outcome } from './kind.ts';
import { dueRungs, ladderOf, nextRung, type NextRung, type Rung } from './ladder.ts';
import { climbRung } from './supervision/climb.ts';
import { askWhy, nextQuestion } from './supervision/standing-still.ts';

/** A todo is never changed but replaced, so its next rung is found once: a case with forty todos asks at every act. */
const firstRungs = new WeakMap<OpenTodo, { book: RuleBook; first: NextRung | undefined }>();
const ladders = new WeakMap<RuleBook, Map<string | undefined, Rung[]>>();

function ladderFor({ ladder }: OpenTodo, book: RuleBook): Rung[] {
  const known = ladders.get(book) ?? new Map<string | undefined, Rung[]>();
  ladders.set(book, known);
  const rows = known.get(ladder) ?? ladderOf(book.ladder, ladder);
  known.set(ladder, rows);
  return rows;
}

function firstRung(todo: OpenTodo, deadline: Deadline, book: RuleBook): NextRung | undefined {
  const known = firstRungs.get(todo);
  if (known?.book === book) return known.first;
  const first = nextRung(ladderFor(todo, book), deadline, todo.fired, book.calendar, undefined, book.hours);
  firstRungs.set(todo, { book, first });
  return first;
}

/** The next moment this case waits for: an expiry, a rung of a ladder, or the kind's own. */
export function nextWake<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  book: RuleBook,
  now: Instant,
): Instant | undefined {
  if (state.closedAt) return undefined;
  const today = shanghaiDay(now);
  const moments = Object.values(state.todos).flatMap((todo) => {
    const { deadline, fired, expired } = todo;
    if (!deadline) return [];
    const first = firstRung(todo, deadline, book);
    // One that is late waits for office hours.
    const rung =
      first && first.at < now
        ? nextRung(ladderFor(todo, book), deadline, fired, book.calendar, now, book.hours)
        : first;
    const stopped = isSuspended(deadline, today);
    const question = todo.stopped && nextQuestion(todo, book, now);
    return [
      ...(expired || stopped ? [] : [expiryOf(deadline)]),
      ...(rung ? [rung.at] : []),
      ...(question ? [question] : []),
    ];
  });
  const own = kind.wake?.(state, book);
  if (own !== undefined) moments.push(own);
  return moments.sort()[0];
}

/** Fires what is due: rungs remind and escalate, an expiry colours; what more it means the kind's own rule says. */
export function elapse<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  now: Instant,
  book: RuleBook,
): Outcome<S> {
  const expired: string[] = [];
  let outcome: Outcome<S> = { state, effects: [] };
  // In the order of their keys: PostgreSQL keeps none, and escalations are numbered as they come.
  const todos = Object.entries(state.todos).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [key, todo] of todos) {
    const asked = todo.stopped && askWhy(key, todo, now, book);
    if (asked) {
      outcome = withTodo(outcome, key, asked.todo);
      outcome = { ...outcome, effects: [...outcome.effects, ...asked.messages] };
      continue;
    }
    const first = todo.deadline && firstRung(todo, todo.deadline, book);
    const due =
      todo.deadline && first && first.at <= now
        ? dueRungs(ladderFor(todo, book), todo.deadline, todo.fired, now, book.calendar, book.hours)
        : [];
    const lapses = todo.deadline !== undefined && !todo.expired && lapsed(todo.deadline, now);
    if (lapses) expired.push(key);
    if (due.length === 0 && !lapses) continue;
    const fired = [...todo.fired, ...due.map((rung) => rung.rung)];
    outcome = withTodo(outcome, key, { ...todo, fired, ...(lapses ? { expired: now } : {}) });
    for (const rung of due) outcome = climbRung(outcome, key, rung, shanghaiDay(now));
  }
  const own = kind.elapse?.(outcome.state, now, expired, book);
  return own ? { state: own.state, effects: [...outcome.effects, ...own.effects] } : outcome;
}

const withTodo = <S extends CaseState>({ state, effects }: Outcome<S>, key: string, todo: OpenTodo) => {
  const updated: Effect = { type: 'updateTodo', key, todo };
  return { state: { ...state, todos: { ...state.todos, [key]: todo } }, effects: [...effects, updated] };
};

/** An open suspension stops the clock; its due day moves only when it ends. */
const lapsed = (deadline: Deadline, now: Instant) =>
  !isSuspended(deadline, shanghaiDay(now)) && expiryOf(deadline) <= now;
