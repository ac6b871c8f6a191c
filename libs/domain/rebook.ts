import { DayBeforeCalendar, type Calendar } from './calendar.ts';
import type { CaseState, Effect, OpenTodo, RuleBook } from './case.ts';
import type { Instant } from './day.ts';
import { expiryOf, rederive, type Deadline } from './deadline.ts';
import type { Outcome } from './kind.ts';
import { refuse, type Refusal } from './permission.ts';

/** The action by which the runner tells a procedure that it has another rule book. */
export const bookAction = 'book-changed';
/** To the office of a todo whose due day has moved. */
export const dueMoved = 'due-moved';

/** Where working days are counted, other days may have been skipped though the due day is the same. */
const countsWorkingDays = ({ unit, extendedBy }: Deadline): boolean =>
  unit === 'WD' || extendedBy.some((extension) => extension.unit === 'WD');

const plain = ({ due, dueAt, provisional }: Deadline) => JSON.stringify([due, dueAt, provisional]);

/**
 * The deadline by another calendar; undefined where that comes to the same. The preview of a calendar asks here too.
 * Steps are not compared: a runner's state does not hold them.
 */
export function changedBy(deadline: Deadline, calendar: Calendar): Deadline | undefined {
  if (deadline.doneOn !== undefined || deadline.calendarVersion === calendar.version) return undefined;
  try {
    const again = rederive(deadline, calendar);
    return plain(again) === plain(deadline) && !countsWorkingDays(deadline) ? undefined : again;
  } catch (error) {
    // A notice long before its day reaches back before the part of the calendar that a runner carries: it stands.
    if (error instanceof DayBeforeCalendar) return undefined;
    throw error;
  }
}

/**
 * Every open deadline by the new calendar. New rows move no due day that runs: it keeps the row it was derived from; the
 * rungs that are still to come, and their hour, follow from the book by themselves. Suspensions, extensions, rungs that fired and the original due day are
 * kept; what had expired and is due later now expires anew.
 */
export function rebook<S extends CaseState>(
  state: S,
  at: Instant,
  book: Pick<RuleBook, 'version' | 'calendar'>,
): Outcome<S> | Refusal {
  if (state.closedAt) return refuse('closed', '本事项已办结，期限不再重新计算。');
  if (state.bookVersion === book.version) return refuse('book-current', '期限已按现行规则计算。');
  const effects: Effect[] = [];
  const todos: Record<string, OpenTodo> = {};
  for (const [key, todo] of Object.entries(state.todos)) {
    const deadline = todo.deadline && changedBy(todo.deadline, book.calendar);
    const { expired, ...rest } = todo;
    const stays = expired !== undefined && deadline !== undefined && expiryOf(deadline) <= at;
    todos[key] = deadline ? { ...rest, deadline, ...(stays ? { expired } : {}) } : todo;
    if (!deadline) continue;
    effects.push({ type: 'updateTodo', key, todo: todos[key] });
    const [from, to] = [todo.deadline?.due ?? deadline.due, deadline.due];
    if (from !== to)
      effects.push({ type: 'message', to: todo.office, code: dueMoved, todoKey: key, params: { from, to } });
  }
  return { state: { ...state, todos }, effects };
}
