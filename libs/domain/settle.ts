import type { CaseEvent, CaseState, Effect, Expected, OpenTodo, RuleBook } from './case.ts';
import { derive, type Deadline } from './deadline.ts';
import { daysBetween, shanghaiDay } from './day.ts';
import { personsOf, type Kind, type Outcome } from './kind.ts';
import type { Decision } from './procedure.ts';
import { sameOffice } from './permission.ts';
import { ruleOn } from './rule.ts';
import { openSigning, pendingSigners, type Signing } from './signing.ts';
import { consultsExpected, supervisionExpected, withoutStale } from './supervision/expected.ts';

export const todoKey = ({ step, round }: Pick<Expected, 'step' | 'round'>): string => `${step}/${round}`;

/** The key of the step behind a todo: a signer's todo carries his number after a colon. */
export const stepKey = (key: string): string => key.split(':')[0] ?? key;

/** A todo that is waited for, and the signing to which it belongs. */
interface Wanted {
  expected: Expected;
  signing?: string;
}

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
  const { wanted, signings } = waitedFor(kind, outcome.state, event, book);
  const before = outcome.state.todos;
  const todos: Record<string, OpenTodo> = {};
  const effects: Effect[] = [...outcome.effects];
  for (const { expected } of wanted) {
    const key = todoKey(expected);
    const open = before[key];
    const todo =
      open && open.due === expected.due ? kept(open, expected) : openTodo(kind, expected, event, book);
    todos[key] = todo;
    if (todo !== open) effects.push({ type: open ? 'updateTodo' : 'openTodo', key, todo });
  }
  for (const [key, todo] of Object.entries(before)) {
    if (todos[key]) continue;
    effects.push({ type: 'closeTodo', key, outcome: answered(kind, outcome.state, key, todo, event) });
  }
  const state = { ...withoutStale(outcome.state, todos), todos: lean(todos), bookVersion: book.version };
  return { state: withSignings(state, signings), effects };
}

/**
 * The days of a derivation are shown, not decided by: they stand with the todo in the database only, where an order to
 * update a todo without them leaves them as they are.
 */
const lean = (todos: Record<string, OpenTodo>): Record<string, OpenTodo> =>
  Object.fromEntries(
    Object.entries(todos).map(([key, todo]) =>
      todo.deadline && todo.deadline.steps.length > 0
        ? [key, { ...todo, deadline: { ...todo.deadline, steps: [] } }]
        : [key, todo],
    ),
  );

/** All that is waited for: the procedure's own work, then what supervising it has brought about. */
export function waitedFor<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  event: Pick<CaseEvent, 'actor' | 'onBehalfOf' | 'actingFor' | 'day'>,
  book: RuleBook,
): { wanted: Wanted[]; signings: Record<string, Signing> } {
  const signings: Record<string, Signing> = {};
  const expand = (expected: Expected) => signers(kind, state, expected, { event, book, signings });
  const own = state.closedAt ? [] : kind.expected(state).flatMap(expand);
  const keys = new Set(own.map(({ expected }) => todoKey(expected)));
  const more = state.closedAt ? [] : supervisionExpected(state, keys).flatMap(expand);
  const consulted = state.closedAt ? [] : consultsExpected(state, signings).flatMap(expand);
  return { wanted: [...own, ...more, ...consulted], signings };
}

/** A step that is signed is owed by those whose turn it is; another stays as it is. */
function signers<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  expected: Expected,
  {
    event,
    book,
    signings,
  }: {
    event: Pick<CaseEvent, 'actor' | 'onBehalfOf' | 'actingFor' | 'day'>;
    book: RuleBook;
    signings: Record<string, Signing>;
  },
): Wanted[] {
  const code = kind.steps[expected.step]?.action ?? '';
  const route = kind.actions[code]?.route;
  if (route === undefined) return [{ expected }];
  const key = todoKey(expected);
  const row = typeof route === 'string' ? route : route(state, expected.round);
  const signing =
    state.signings?.[key] ?? openSigning(code, ruleOn(book.routes, row, event.day), asked(event));
  signings[key] = signing;
  return pendingSigners(signing).map(({ id, offices, personId }) => ({
    signing: key,
    expected: {
      ...expected,
      round: id === 0 ? expected.round : `${expected.round}:${id}`,
      office: offices[0] ?? expected.office,
      ...(personId === undefined ? {} : { holder: personId }),
    },
  }));
}

function asked({ actor, actingFor, onBehalfOf }: Pick<CaseEvent, 'actor' | 'actingFor' | 'onBehalfOf'>) {
  if (actor === 'system') return { askedBy: [] };
  const askedBy = personsOf({ personId: actor.personId, actingFor });
  return onBehalfOf === undefined ? { askedBy } : { askedBy, askedIn: onBehalfOf };
}

/** Only whoever holds it has changed: its clock goes on. */
function kept(open: OpenTodo, { office, holder }: Expected): OpenTodo {
  if (open.holder === holder && sameOffice(open.office, office)) return open;
  const { holder: _before, ...rest } = open;
  return { ...rest, office, ...(holder === undefined ? {} : { holder }) };
}

/** Done by this act, or dropped because it is not wanted any more. */
function answered<S extends CaseState>(
  kind: Kind<S>,
  { signings }: S,
  key: string,
  todo: OpenTodo,
  event: CaseEvent,
): 'done' | 'dropped' {
  if (kind.steps[todo.step]?.action !== event.action) return 'dropped';
  const signing = signings?.[stepKey(key)];
  if (!signing) return 'done';
  const id = Number(key.split(':')[1] ?? 0);
  const signed = signing.stages.some((stage) =>
    stage.signers.some((signer) => signer.id === id && signer.vote !== undefined),
  );
  return signed ? 'done' : 'dropped';
}

function withSignings<S extends CaseState>(state: S, signings: Record<string, Signing>): S {
  const { signings: _before, ...rest } = state;
  return (Object.keys(signings).length === 0 ? rest : { ...rest, signings }) as S;
}

function openTodo<S extends CaseState>(
  kind: Kind<S>,
  expected: Expected,
  event: CaseEvent,
  book: RuleBook,
): OpenTodo {
  const deadline = deadlineOf(kind, expected, event, book);
  const ladder = kind.steps[expected.step]?.ladder;
  return {
    ...expected,
    openedAt: event.at,
    fired: [],
    ...(deadline ? { deadline } : {}),
    ...(ladder === undefined ? {} : { ladder }),
  };
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
