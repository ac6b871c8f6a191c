import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedCalendar as calendar } from '#db/seed/calendar';
import type { Actor } from '../../actor.ts';
import type { CaseEvent, Effect, RuleBook } from '../../case.ts';
import { addDays, at, shanghaiDay, type Day } from '../../day.ts';
import { elapse, nextWake } from '../../elapse.ts';
import { isRefusal } from '../../permission.ts';
import { clockAction, decide } from '../../procedure.ts';
import { id, pilotId } from '../../procedure.sample.ts';
import { supervised } from '../../supervision/supervised.ts';
import { bookFor } from '../index.ts';
import { issued } from './commitment.sample.ts';
import { commitment as plain } from './kind.ts';
import { silentSince } from './reports.ts';
import { silentAt } from './silence.ts';
import type { CommitmentState } from './state.ts';

const book: RuleBook = bookFor('commitment', calendar);
const commitment = supervised(plain);
const bureauPost = { orgId: id(3), orgKind: 'bureau' } as const;
const owner: Actor = { personId: id(201), posts: [{ role: 'liaison', orgId: pilotId, orgKind: 'hospital' }] };
const inspector: Actor = { personId: id(203), posts: [{ ...bureauPost, role: 'inspector' }] };
const head: Actor = { personId: id(204), posts: [{ ...bureauPost, role: 'section-head' }] };

let told: Effect[] = [];
function act(
  state: CommitmentState | undefined,
  on: Day,
  actor: CaseEvent['actor'],
  name: string,
  fields = {},
) {
  const event = {
    actId: `${on}${name}`,
    action: name,
    actor,
    at: at(on, '10:00'),
    day: on,
    fields,
    facts: {},
  };
  const decided = decide(commitment, state, event, book);
  if (isRefusal(decided)) throw new Error(decided.reason);
  told = decided.effects;
  return decided.state;
}

/** Time goes on until that day's evening, as the runner lets it. */
function until(state: CommitmentState, on: Day): CommitmentState {
  const evening = at(on, '23:00');
  let now = state.openedAt;
  for (let going = state; ;) {
    const wake = nextWake(commitment, going, book, now);
    if (wake === undefined || wake > evening) return going;
    now = wake > now ? wake : now;
    const event = {
      actId: wake,
      action: clockAction,
      actor: 'system' as const,
      at: now,
      day: shanghaiDay(now),
      fields: {},
      facts: {},
    };
    const decided = decide(commitment, going, event, book);
    if (isRefusal(decided)) throw new Error(decided.reason);
    going = decided.state;
  }
}

/** Of the 2nd of November 2026, a Monday; the Fridays are the 6th, 13th, 20th and 27th. */
const begun = (due: Day = '2026-12-03') => {
  const opened = act(undefined, '2026-11-02', inspector, 'open', {
    ...issued,
    helpers: '',
    limit: 'day',
    due,
  });
  return act(opened, '2026-11-03', owner, 'sign-for');
};
const waits = ({ todos }: CommitmentState) =>
  Object.keys(todos).filter((key) => !key.startsWith('report-done'));

test('the second weekly report that is not made asks the inspector to press for it, within two working days', () => {
  const state = begun();
  expect(silentAt(state, book)).toBe(at('2026-11-13', '17:00'));
  expect(waits(until(state, '2026-11-12'))).toEqual([]);
  const silent = until(state, '2026-11-13');
  expect(waits(silent)).toEqual(['press-report/1']);
  expect(silent.todos['press-report/1']).toMatchObject({
    office: { bureau: true, role: 'inspector' },
    deadline: { due: '2026-11-17' },
  });
});

test('once it is pressed for, the owner owes a report by the next working day, and his report ends it', () => {
  const silent = until(begun(), '2026-11-13');
  expect(() => act(silent, '2026-11-16', owner, 'press-report')).toThrow();
  const pressed = act(silent, '2026-11-16', head, 'press-report');
  expect(waits(pressed)).toEqual(['report-late/1']);
  expect(pressed.todos['report-late/1']).toMatchObject({
    office: { orgId: pilotId },
    deadline: { due: '2026-11-17' },
  });
  expect(told).toContainEqual(
    expect.objectContaining({ type: 'message', code: 'urge', to: { orgId: pilotId, role: 'liaison' } }),
  );
  expect(() => act(pressed, '2026-11-16', inspector, 'press-report')).toThrow('已经催报');
  expect(silentAt(pressed, book)).toBeUndefined();
  const answered = act(pressed, '2026-11-17', owner, 'report-progress', { progress: 40 });
  expect(waits(answered)).toEqual([]);
  expect(told).toContainEqual({ type: 'closeTodo', key: 'report-late/1', outcome: 'done' });
  // That of the 17th is the report of its week.
  expect(silentAt(begun('2026-12-31'), book)).toBeDefined();
  expect(silentAt(answered, book)).toBeUndefined();
});

test('a report by itself takes the todo from the inspector; without silence there is nothing to press for', () => {
  const silent = until(begun(), '2026-11-13');
  const reported = act(silent, '2026-11-16', owner, 'report-progress', { progress: 40 });
  expect(waits(reported)).toEqual([]);
  expect(told).toContainEqual({ type: 'closeTodo', key: 'press-report/1', outcome: 'dropped' });
  expect(() => act(reported, '2026-11-16', inspector, 'press-report')).toThrow('目前没有连续两次未报进展');
});

test('who falls silent again is pressed again', () => {
  const silent = until(begun('2026-12-03'), '2026-11-13');
  const answered = act(silent, '2026-11-13', owner, 'report-progress', { progress: 40 });
  expect(waits(until(answered, '2026-11-26'))).toEqual([]);
  expect(waits(until(answered, '2026-11-27'))).toEqual(['press-report/2']);
});

test('nobody is asked while the clock stands still, nor about work that is late itself, nor once it was handed in', () => {
  const asked = act(begun(), '2026-11-05', owner, 'report-done');
  expect(silentAt(asked, book)).toBeUndefined();
  // Due before the second Friday.
  expect(silentAt(begun('2026-11-12'), book)).toBeUndefined();
  const state = begun();
  const [key = ''] = Object.keys(state.todos);
  const todo = state.todos[key];
  const stopped = (suspensions: { from: Day; to?: Day; ground: string }[]): CommitmentState =>
    ({
      ...state,
      todos: { [key]: { ...todo, deadline: { ...todo?.deadline, suspensions } } },
    }) as CommitmentState;
  expect(silentAt(stopped([{ from: '2026-11-04', ground: 'x' }]), book)).toBeUndefined();
  // Two Fridays after it went on: the 13th and the 20th.
  expect(silentAt(stopped([{ from: '2026-11-04', to: '2026-11-10', ground: 'x' }]), book)).toBe(
    at('2026-11-20', '17:00'),
  );
});

test('the case asks on the very day from which the ledger shows yellow, whenever it was begun or reported on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.boolean(), fc.boolean(), (days, long, reported) => {
      const on = addDays('2024-06-03', days);
      const heard = { at: at(on, '10:00'), reported };
      const due = addDays(on, long ? 300 : 31);
      const deadline = { due, suspensions: [] };
      const todos = { 'report-done/1': { step: 'report-done', deadline } };
      const state = { stage: 'doing', heard, issuedOn: on, due, todos } as unknown as CommitmentState;
      const moment = silentAt(state, book);
      for (let day = addDays(on, 1); day <= addDays(on, long ? 125 : 28); day = addDays(day, 1)) {
        const { reported: last, begun: start } = silentSince(day, calendar)[long ? 'monthly' : 'weekly'];
        const yellow = heard.at <= (reported ? last : start);
        const asked = moment !== undefined && shanghaiDay(moment) < day;
        if (yellow !== asked) throw new Error(`${on} ${day}: ledger ${yellow}, case ${asked} (${moment})`);
      }
    }),
    { numRuns: 60 },
  );
});

test('elapse leaves a case alone that was heard of in time', () => {
  const state = begun();
  expect(elapse(commitment, state, at('2026-11-10', '10:00'), book).state.silence).toBeUndefined();
});
