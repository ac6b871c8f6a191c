import type { CaseState, Effect, OpenTodo, RuleBook } from './case.ts';
import { shanghaiDay, type Instant } from './day.ts';
import { expiryOf, isSuspended, type Deadline } from './deadline.ts';
import type { Kind, Outcome } from './kind.ts';
import { dueRungs, nextRung, type DueRung, type NextRung } from './ladder.ts';
import type { Office } from './permission.ts';

/** A todo is never changed but replaced, so its next rung is found once: a case with forty todos asks at every act. */
const firstRungs = new WeakMap<OpenTodo, { book: RuleBook; first: NextRung | undefined }>();

function firstRung(todo: OpenTodo, deadline: Deadline, book: RuleBook): NextRung | undefined {
  const known = firstRungs.get(todo);
  if (known?.book === book) return known.first;
  const first = nextRung(book.ladder, deadline, todo.fired, book.calendar);
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
    const rung = first && first.at < now ? nextRung(book.ladder, deadline, fired, book.calendar, now) : first;
    const stopped = isSuspended(deadline, today);
    return [...(expired || stopped ? [] : [expiryOf(deadline)]), ...(rung ? [rung.at] : [])];
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
  const effects: Effect[] = [];
  const expired: string[] = [];
  const todos: Record<string, OpenTodo> = {};
  for (const [key, todo] of Object.entries(state.todos)) {
    const first = todo.deadline && firstRung(todo, todo.deadline, book);
    const due =
      todo.deadline && first && first.at <= now
        ? dueRungs(book.ladder, todo.deadline, todo.fired, now, book.calendar)
        : [];
    const lapses = todo.deadline !== undefined && !todo.expired && lapsed(todo.deadline, now);
    if (lapses) expired.push(key);
    todos[key] =
      due.length === 0 && !lapses
        ? todo
        : {
            ...todo,
            fired: [...todo.fired, ...due.map((rung) => rung.rung)],
            ...(lapses ? { expired: now } : {}),
          };
    if (todos[key] !== todo) effects.push({ type: 'updateTodo', key, todo: todos[key] });
    effects.push(...due.flatMap((rung) => announce(key, todo, rung)));
  }
  const rung = { ...state, todos };
  const own = kind.elapse?.(rung, now, expired, book) ?? { state: rung, effects: [] };
  return { state: own.state, effects: [...effects, ...own.effects] } as Outcome<S>;
}

/** An open suspension stops the clock; its due day moves only when it ends. */
const lapsed = (deadline: Deadline, now: Instant) =>
  !isSuspended(deadline, shanghaiDay(now)) && expiryOf(deadline) <= now;

function announce(key: string, todo: OpenTodo, { rung, row, lateByWorkingDays }: DueRung): Effect[] {
  const to = recipient(todo.office, row.whom);
  const params = { rung: row.code, turn: rung, lateBy: lateByWorkingDays };
  return to
    ? [{ type: 'message', to, code: row.whom === 'holder' ? 'reminder' : 'escalation', todoKey: key, params }]
    : [];
}

/** Roles of a ladder are relative to the case; a hospital's principal is told only of his own hospital's lateness. */
function recipient(office: Office, whom: DueRung['row']['whom']): Office | undefined {
  if (whom === 'holder') return office;
  if (whom === 'principal') return 'orgId' in office ? { orgId: office.orgId, role: 'principal' } : undefined;
  return { bureau: true, role: whom };
}
