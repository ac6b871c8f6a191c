import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedCalendar } from '#db/seed/calendar';
import type { Calendar } from './calendar.ts';
import type { CaseState, OpenTodo } from './case.ts';
import { addDays, at } from './day.ts';
import { derive, rederive } from './deadline.ts';
import { mergeYear } from './holidays/calendar-year.ts';
import { isRefusal } from './permission.ts';
import { changedBy, rebook } from './rebook.ts';
import type { Changes } from './term.ts';

const row = { code: 'r', label: '例', from: '2020-01-01', ground: '例', mark: 'law', roll: true } as const;
const fiveDays = { ...row, unit: 'WD', count: 5 } as const;
const newYear = { '2027-01-01': { kind: 'holiday' as const, name: '元旦' } };
const next = mergeYear(seedCalendar, { year: 2027, days: newYear }, 'cn-2027');
const bookOf = (calendar: Calendar) => ({ version: calendar.version, calendar });

const todo = (start: string, changes: Changes = {}, over: Partial<OpenTodo> = {}): OpenTodo => ({
  step: 'confirm',
  round: 'pilot',
  office: { orgId: 'o', role: 'liaison' },
  openedAt: at(start, '10:00'),
  deadline: derive(fiveDays, start, seedCalendar, changes),
  fired: [],
  ...over,
});
const stateOf = (todos: Record<string, OpenTodo>): CaseState => ({
  ...{ kind: 'pairing', procedure: 1, stage: 'confirming', bookVersion: 'cn-2026' },
  ...{ openedAt: at('2026-12-01', '10:00'), todos },
});
function rebooked(todos: Record<string, OpenTodo>, calendar = next, on = '2026-12-28') {
  const outcome = rebook(stateOf(todos), at(on, '10:00'), bookOf(calendar));
  if (isRefusal(outcome)) throw new Error(outcome.reason);
  return outcome;
}

test('a due day that moves is told to its office, and the original one stays', () => {
  const { state, effects } = rebooked({ 'confirm/pilot': todo('2026-12-25') });
  expect(state.todos['confirm/pilot']?.deadline).toMatchObject({
    due: '2027-01-04',
    originalDue: '2027-01-01',
    provisional: false,
    calendarVersion: 'cn-2027',
  });
  expect(effects).toEqual([
    { type: 'updateTodo', key: 'confirm/pilot', todo: state.todos['confirm/pilot'] },
    {
      type: 'message',
      to: { orgId: 'o', role: 'liaison' },
      code: 'due-moved',
      todoKey: 'confirm/pilot',
      params: { from: '2027-01-01', to: '2027-01-04' },
    },
  ]);
});

test('a due day that is only no longer provisional moves nobody', () => {
  const { state, effects } = rebooked({ 'confirm/pilot': todo('2027-01-04') });
  expect(state.todos['confirm/pilot']?.deadline).toMatchObject({ due: '2027-01-11', provisional: false });
  expect(effects.map(({ type }) => type)).toEqual(['updateTodo']);
});

test('what the new year does not touch stays as it is, without a word', () => {
  const calendarDays = derive({ ...row, unit: 'CD', count: 15 }, '2026-11-16', seedCalendar);
  const before = {
    days: todo('2026-11-16', {}, { deadline: calendarDays }),
    none: (({ deadline: _, ...rest }) => rest)(todo('2026-11-16')),
  };
  const { state, effects } = rebooked(before);
  expect(effects).toEqual([]);
  expect(state.todos).toEqual(before);
});

test('where other days are skipped and the due day is the same, the derivation is told anew, to nobody', () => {
  const days = {
    '2026-11-21': { kind: 'makeup' as const, name: '例' },
    '2026-11-23': { kind: 'holiday' as const, name: '例' },
  };
  const other = mergeYear(seedCalendar, { year: 2026, days }, 'cn-2026-2');
  const { effects } = rebooked({ 'confirm/pilot': todo('2026-11-18') }, other);
  expect(effects).toMatchObject([
    { type: 'updateTodo', todo: { deadline: { due: '2026-11-25', calendarVersion: 'cn-2026-2' } } },
  ]);
  const [effect] = effects;
  expect(effect?.type === 'updateTodo' && effect.todo.deadline?.steps.map(({ kind }) => kind)).toContain(
    'makeup',
  );
});

test('suspensions, extensions and rungs that fired are kept', () => {
  const changes: Changes = {
    suspensions: [{ from: '2026-12-28', to: '2026-12-29', ground: '检验' }],
    extensions: [{ count: 3, unit: 'WD', ground: '延长' }],
  };
  const { state } = rebooked({ 'confirm/pilot': todo('2026-12-22', changes, { fired: ['before-5'] }) });
  expect(state.todos['confirm/pilot']).toMatchObject({
    fired: ['before-5'],
    deadline: { due: '2027-01-06', originalDue: '2026-12-29', suspensions: changes.suspensions },
  });
  expect(state.todos['confirm/pilot']?.deadline?.extendedBy).toEqual(changes.extensions);
});

test('what had expired and is due later now expires anew; what stays overdue stays expired', () => {
  const expired = at('2027-01-02', '00:00');
  const due = todo('2026-12-25', {}, { expired });
  expect(rebooked({ due }, next, '2027-01-02').state.todos.due?.expired).toBeUndefined();
  expect(rebooked({ due }, next, '2027-01-06').state.todos.due?.expired).toBe(expired);
});

test('a closed case and a book that the case has already are refused', () => {
  const state = stateOf({});
  const closed = { ...state, closedAt: at('2026-12-20', '10:00') };
  expect(rebook(closed, at('2026-12-28', '10:00'), bookOf(next))).toMatchObject({ refused: 'closed' });
  expect(rebook(state, at('2026-12-28', '10:00'), bookOf(seedCalendar))).toMatchObject({
    refused: 'book-current',
  });
});

test('a case that takes in one version after the other stands where the last one alone would have put it', () => {
  const starts = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-12-01', n));
  const offs = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 30 }), offs, offs, (start, count, one, other) => {
      const calendars = [one, other].map((days, index) =>
        mergeYear(
          seedCalendar,
          {
            year: 2027,
            days: Object.fromEntries(days.map((n) => [addDays('2027-01-01', n), newYear['2027-01-01']])),
          },
          `v${index}`,
        ),
      );
      const deadline = derive({ ...fiveDays, count }, start, seedCalendar);
      const [first, last] = calendars as [Calendar, Calendar];
      const between = changedBy(deadline, first) ?? deadline;
      const { due, provisional, steps, originalDue } = changedBy(between, last) ?? between;
      expect({ due, provisional, steps, originalDue }).toEqual(
        (({ due, provisional, steps, originalDue }) => ({ due, provisional, steps, originalDue }))(
          rederive(deadline, last),
        ),
      );
    }),
  );
});
