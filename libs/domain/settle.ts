import type { CaseEvent, CaseState, Effect, Expected, OpenTodo, RuleBook } from './case.ts';
import { derive, type Deadline } from './deadline.ts';
import type { Kind, Outcome } from './kind.ts';
import type { Decision } from './procedure.ts';
import { ruleOn } from './rule.ts';
import { daysBetween, shanghaiDay } from './day.ts';

export const todoKey = ({ step, round }: Pick<Expected, 'step' | 'round'>): string => `${step}/${round}`;

/**
 * Makes the todos match what the procedure now waits for: opens what is new with its deadline, closes what
 * is answered or no longer wanted, leaves the rest untouched. No kind opens or closes a todo by hand.
 */
export function settle<S extends CaseState>(
  kind: Kind<S>,
  outcome: Outcome<S>,
  event: CaseEvent,
  book: RuleBook,
): Decision<S> {
  const { state } = outcome;
  const wanted = state.closedAt ? [] : kind.expected(state);
  const before = state.todos;
  const todos: Record<string, OpenTodo> = {};
  const effects: Effect[] = [...outcome.effects];
  for (const expected of wanted) {
    const key = todoKey(expected);
    const open = before[key];
    if (open && open.due === expected.due) {
      todos[key] = open;
      continue;
    }
    const todo = openTodo(kind, expected, event, book);
    todos[key] = todo;
    effects.push({ type: open ? 'updateTodo' : 'openTodo', key, todo });
  }
  for (const [key, todo] of Object.entries(before)) {
    if (todos[key]) continue;
    const answered = kind.steps[todo.step]?.action === event.action;
    effects.push({ type: 'closeTodo', key, outcome: answered ? 'done' : 'dropped' });
  }
  return { state: { ...state, todos, bookVersion: book.version }, effects };
}

function openTodo<S extends CaseState>(
  kind: Kind<S>,
  expected: Expected,
  event: CaseEvent,
  book: RuleBook,
): OpenTodo {
  const deadline = deadlineOf(kind, expected, event, book);
  return { ...expected, openedAt: event.at, fired: [], ...(deadline ? { deadline } : {}) };
}

function deadlineOf<S extends CaseState>(
  kind: Kind<S>,
  { step, due, start }: Expected,
  event: CaseEvent,
  { calendar, deadlines }: RuleBook,
): Deadline | undefined {
  const today = shanghaiDay(event.at);
  const row = kind.steps[step];
  if (due !== undefined) return agreed(row?.label ?? step, due, today, calendar);
  if (!row?.rule) return undefined;
  return derive(ruleOn(deadlines, row.rule, start ?? today), start ?? today, calendar);
}

/** A day that people agreed on: so many calendar days from the agreement, as they stand; it does not roll. */
function agreed(label: string, due: string, today: string, calendar: RuleBook['calendar']): Deadline {
  const count = due > today ? daysBetween(today, due) : 0;
  const ground = '双方商定或主管部门确定的日期';
  const rule = {
    code: 'agreed',
    label,
    from: due,
    ground,
    mark: 'default',
    unit: 'CD',
    count,
    roll: false,
  } as const;
  return derive(rule, due > today ? today : due, calendar);
}
