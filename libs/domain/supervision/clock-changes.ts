import type { CaseState, Effect, OpenTodo, RuleBook } from '../case.ts';
import { shanghaiDay, type Instant } from '../day.ts';
import { expiryOf, rederive, type Deadline } from '../deadline.ts';
import type { Outcome } from '../kind.ts';
import { ladderOf, passedRungs } from '../ladder.ts';
import { rulesOn } from '../rule.ts';
import type { MessageCode } from '../message-codes.ts';
import { stoppedBy } from './standing-still.ts';
import type { Request } from './state.ts';

type State = CaseState;

/** The todo with a changed clock; what has not come yet of its ladder comes by the new day, nothing twice. */
function changed(todo: OpenTodo, deadline: Deadline, at: Instant, { ladder, calendar }: RuleBook): OpenTodo {
  const { expired, ...rest } = todo;
  const moved = todo.deadline?.due !== deadline.due;
  const passed = passedRungs(ladderOf(ladder, todo.ladder), deadline, shanghaiDay(at), calendar);
  return {
    ...rest,
    deadline,
    ...(moved ? { fired: passed } : {}),
    ...(expired && expiryOf(deadline) <= at ? { expired } : {}),
  };
}

function write(
  state: State,
  keys: readonly string[],
  code: MessageCode,
  change: (deadline: Deadline) => Deadline,
  { at, book }: { at: Instant; book: RuleBook },
  finish: (todo: OpenTodo) => OpenTodo = (todo) => todo,
): Outcome<State> {
  const effects: Effect[] = [];
  const todos = { ...state.todos };
  for (const key of keys) {
    const todo = todos[key];
    if (!todo?.deadline) continue;
    const next = finish(changed(todo, change(todo.deadline), at, book));
    todos[key] = next;
    effects.push({ type: 'updateTodo', key, todo: next });
    effects.push({ type: 'message', to: next.office, code, todoKey: key });
  }
  return { state: { ...state, todos }, effects };
}

/** So many working days more on top of the term; the original due day stays in the deadline. */
export const extended = (
  state: State,
  { todo, count }: Extract<Request, { sort: 'extension' }>,
  at: Instant,
  book: RuleBook,
): Outcome<State> =>
  write(
    state,
    [todo],
    'extended',
    (deadline) =>
      rederive(deadline, book.calendar, { extensions: [...deadline.extendedBy, { count, unit: 'WD' }] }),
    { at, book },
  );

/** From today on; the due day moves when it ends. */
export const stopped = (
  state: State,
  { todos, ground, by }: Pick<Extract<Request, { sort: 'suspension' }>, 'todos' | 'ground' | 'by'>,
  at: Instant,
  book: RuleBook,
): Outcome<State> => {
  const from = shanghaiDay(at);
  // A ground that was ended while the request was on its way is still called by its name.
  const rows = book.grounds.filter(({ code }) => code === ground);
  const label = (rulesOn(rows, from)[0] ?? rows.at(-1))?.label ?? ground;
  return write(
    state,
    todos,
    'suspended',
    (deadline) =>
      rederive(deadline, book.calendar, { suspensions: [...deadline.suspensions, { from, ground: label }] }),
    { at, book },
    (todo) => ({ ...todo, stopped: stoppedBy(todo, by ?? {}) }),
  );
};

/** Today is the last day that does not count. */
export const resumed = (state: State, keys: readonly string[], at: Instant, book: RuleBook): Outcome<State> =>
  write(
    state,
    keys,
    'resumed',
    (deadline) => {
      const to = shanghaiDay(at);
      const suspensions = deadline.suspensions.map((one) => (one.to === undefined ? { ...one, to } : one));
      return rederive(deadline, book.calendar, { suspensions });
    },
    { at, book },
    ({ stopped: _before, ...todo }) => todo,
  );
