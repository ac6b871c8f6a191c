import { expect, test } from '@jest/globals';
import { seedCalendar as calendar } from '#db/seed/calendar';
import type { Actor } from '../actor.ts';
import type { CaseEvent, CaseState, Effect } from '../case.ts';
import { at, shanghaiDay, shanghaiTime, type Instant } from '../day.ts';
import { nextWake } from '../elapse.ts';
import { bookFor, kindOf } from '../kinds/index.ts';
import { issued } from '../kinds/commitment/commitment.sample.ts';
import { isRefusal } from '../permission.ts';
import { clockAction, decide } from '../procedure.ts';
import { cast, inspector } from '../procedure.sample.ts';

const kind = kindOf('commitment');
const book = bookFor('commitment', calendar);
const head = cast[8];
const owner = cast[0];

function play(
  state: CaseState | undefined,
  now: Instant,
  action: string,
  actor: Actor | 'system',
  fields = {},
) {
  const event: CaseEvent = { actId: 'a', action, actor, at: now, day: shanghaiDay(now), fields, facts: {} };
  const decided = decide(kind, state, event, book);
  if (isRefusal(decided)) throw new Error(`${action}: ${decided.reason}`);
  return decided;
}

const said = (now: Instant, effects: Effect[]) =>
  effects.flatMap((effect) =>
    effect.type === 'message'
      ? [`${shanghaiDay(now)} ${shanghaiTime(now)} ${effect.code} ${effect.params?.turn ?? ''}`.trim()]
      : [],
  );

/** Everything that the clock says until then. */
function pass(from: CaseState, since: Instant, last: Instant) {
  let state = from;
  const told: string[] = [];
  const effects: Effect[] = [];
  for (
    let now = nextWake(kind, state, book, since);
    now && now <= last;
    now = nextWake(kind, state, book, now)
  ) {
    const decided = play(state, now, clockAction, 'system');
    told.push(...said(now, decided.effects));
    effects.push(...decided.effects);
    state = decided.state;
  }
  return { state, told, effects };
}

const todo = 'report-done-month/1';
const [monday, wednesday] = [at('2026-09-14', '10:00'), at('2026-09-16', '10:00')];

/** Signed for on 14 September, due on 14 October, stopped on the 16th at the owner's request. */
function stopped(asker: Actor = owner): CaseState {
  const fields = { ...issued, helpers: '', limit: 'month' };
  const { state: open } = play(undefined, monday, 'open', 'system', fields);
  const { state: signed } = play(open, monday, 'sign-for', owner);
  const asked = { todos: [todo], ground: 'force-majeure' };
  const { state } = play(signed, wednesday, 'request-suspension', asker, asked);
  const [request] = Object.keys(state.requests ?? {});
  return play(state, wednesday, 'decide-suspension', head, { request, decision: 'approve' }).state;
}

test('while a clock stands still nobody is reminded but he who stopped it, every ten working days', () => {
  const { told, effects } = pass(stopped(), wednesday, at('2026-11-01', '10:00'));
  // 20 September and 10 October are worked, 25 September and 1 to 7 October are not.
  expect(told).toEqual([
    '2026-09-30 09:00 suspended-long stopped.long',
    '2026-10-20 09:00 suspended-long stopped.long#2',
  ]);
  const message = effects.find(({ type }) => type === 'message');
  expect(message).toMatchObject({ person: owner.personId, to: { role: 'liaison' }, todoKey: todo });
});

test('the one who stopped it is asked, not the one who approved it', () => {
  const { effects } = pass(stopped(inspector), wednesday, at('2026-10-12', '10:00'));
  const message = effects.find(({ type }) => type === 'message');
  expect(message).toMatchObject({ person: inspector.personId, to: { bureau: true, role: 'inspector' } });
});

test('after it goes on its rungs come by the new due day, and nobody is asked any more', () => {
  const { state } = pass(stopped(), wednesday, at('2026-10-12', '10:00'));
  const resumed = play(state, at('2026-10-12', '10:00'), 'resume', owner, { todos: [todo] }).state;
  const clock = resumed.todos[todo];
  expect(clock?.stopped).toBeUndefined();
  // 14 October and 27 days, from 16 September to 12 October, more.
  expect(clock?.deadline?.due).toBe('2026-11-10');
  const { told } = pass(resumed, at('2026-10-12', '10:00'), at('2026-11-11', '10:00'));
  expect(told).toEqual([
    '2026-11-03 09:00 reminder before-5',
    '2026-11-06 09:00 reminder before-2',
    '2026-11-10 09:00 reminder due',
    '2026-11-11 09:00 escalation after-1',
  ]);
});
