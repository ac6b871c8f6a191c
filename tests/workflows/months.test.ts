import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { instantFromDatabase } from '#db/columns';
import { ruleBookFor } from '#db/queries/rule-book';
import { storedCase } from '#db/queries/stored-case';
import type { CaseState, Effect, RuleBook } from '#domain/case';
import { isWorkingDay } from '#domain/calendar';
import {
  addDays,
  instantOf,
  shanghaiDay,
  shanghaiTime,
  startOfDay,
  type Day,
  type Instant,
} from '#domain/day';
import { nextWake } from '#domain/elapse';
import { kindOf } from '#domain/kinds/index';
import type { PairingState } from '#domain/kinds/pairing/state';
import { isRefusal } from '#domain/permission';
import { clockAction, decide } from '#domain/procedure';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair, pairAtWork } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { unsound } from '#tests/harness/soundness';
import { timeSkippingEnvironment } from '#tests/harness/temporal';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let time: TestWorkflowEnvironment;
let desk: Bureau;
let worker: Running;
let book: RuleBook;
const kind = kindOf('pairing');

beforeAll(async () => {
  time = await timeSkippingEnvironment();
  desk = await bureau({ time });
  worker = await desk.startWorker();
  book = await ruleBookFor(desk.orm.em.fork(), 'pairing', await today());
});
// What the next test doesn't watch would wake at every step of its time.
afterEach(async () => {
  const rows = await desk.orm.em.fork().execute<{ id: string }[]>('select id from case_file');
  await Promise.allSettled(rows.map(({ id }) => endRunner(id)));
});
afterAll(async () => {
  await desk?.stop();
  await time?.teardown();
});

const endRunner = (caseId: string) =>
  desk.runner.client.workflow.getHandle(`case:${caseId}`).terminate('the store was lost');
const now = async (): Promise<Instant> => instantOf(await time.currentTimeMs());
const today = async (): Promise<Day> => shanghaiDay(await now());
const say = (at: Instant, effects: Effect[]) => {
  const told = effects.flatMap((effect) =>
    effect.type === 'message' ? [`${effect.params?.turn} ${effect.todoKey}`] : [],
  );
  return [shanghaiDay(at), shanghaiTime(at), ...told].join(' ');
};

async function stateOf(caseId: string): Promise<CaseState> {
  const stored = await storedCase(desk.orm.em.fork(), caseId);
  if (!stored) throw new Error('no such case');
  return stored.state;
}

/** Lets so many days pass for the case, until everything that was due by then is done. */
async function pass(caseId: string, days: number): Promise<void> {
  await time.sleep(days * 86_400_000);
  const at = await now();
  await until(async () => (nextWake(kind, await stateOf(caseId), book, at) ?? '9999') > at);
}

async function clockEvents(caseId: string): Promise<{ at: Instant; effects: Effect[]; told: string }[]> {
  const rows = await desk.orm.em
    .fork()
    .execute<{ at: string; effects: Effect[] }[]>(
      'select at, effects from case_event where case_id = ? and action = ? order by seq',
      [caseId, clockAction],
    );
  return rows.map((row) => ({
    at: instantFromDatabase(row.at),
    effects: row.effects,
    told: say(instantFromDatabase(row.at), row.effects),
  }));
}

/** What the pure functions alone make of the same days. */
function foreseen(from: CaseState, since: Instant, last: Instant): { told: string[]; state: CaseState } {
  const told: string[] = [];
  let state = from;
  for (
    let at = nextWake(kind, state, book, since);
    at !== undefined && at <= last;
    at = nextWake(kind, state, book, at)
  ) {
    const event = {
      actId: '',
      action: clockAction,
      actor: 'system',
      at,
      day: shanghaiDay(at),
      fields: {},
      facts: {},
    } as const;
    const decided = decide(kind, state, event, book);
    if (isRefusal(decided)) throw new Error(decided.reason);
    told.push(say(at, decided.effects));
    state = decided.state;
  }
  return { told, state };
}

const turns = (events: { effects: Effect[] }[], todo: string) =>
  events.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.type === 'message' && effect.todoKey === todo ? [effect.params?.turn] : [],
    ),
  );

test('over two months every rung of the ladder fires once, on its working day, as the pure functions say', async () => {
  const caseId = await openPair(desk, await today());
  const [before, since] = [await stateOf(caseId), await now()];
  await pass(caseId, 60);
  const events = await clockEvents(caseId);
  expect(events.map(({ told }) => told)).toEqual(foreseen(before, since, await now()).told);
  const fired = turns(events, 'confirm/pilot');
  expect(new Set(fired).size).toBe(fired.length);
  expect(fired).toEqual(
    expect.arrayContaining(['before-2', 'due', 'after-1', 'overdue', 'after-3', 'overdue#2', 'after-10']),
  );
  for (const { at, effects } of events)
    if (effects.some(({ type }) => type === 'message')) {
      expect(isWorkingDay(book.calendar, shanghaiDay(at))).toBe(true);
      expect(shanghaiTime(at)).toBe('09:00');
    }
  expect(await unsound(desk.orm.em.fork(), caseId)).toEqual([]);
});

test('an expiry takes effect at 00:00 of the day after the due day and decides nothing', async () => {
  const caseId = await openPair(desk, await today());
  const before = (await stateOf(caseId)).todos['confirm/pilot'];
  await pass(caseId, 20);
  const after = await stateOf(caseId);
  const midnight = startOfDay(addDays(before?.deadline?.due ?? '', 1));
  const expired = after.todos['confirm/pilot']?.expired ?? '';
  expect([shanghaiDay(expired), shanghaiTime(expired)]).toEqual([shanghaiDay(midnight), '00:00']);
  expect(after.stage).toBe('confirming');
});

test('weekly reports turn, and a problem that nobody takes up reaches the chief leader by its commitment', async () => {
  const caseId = await pairAtWork(desk, await today());
  const solver = await desk.orgId('北京友谊医院');
  await desk.act(caseId, await desk.person('liaison', '宣武'), 'raise-problem', { area: 'it', solver });
  await until(async () => (await storedCase(desk.orm.em.fork(), caseId))?.undone.length === 0);
  const [before, since] = [await stateOf(caseId), await now()];
  await pass(caseId, 45);
  const expected = foreseen(before, since, await now());
  expect((await clockEvents(caseId)).map(({ told }) => told)).toEqual(expected.told);
  const after = (await stateOf(caseId)) as PairingState;
  const foreseenState = expected.state as PairingState;
  expect([after.weeks, after.missedInARow]).toEqual([foreseenState.weeks, foreseenState.missedInARow]);
  expect(after.weeks).toHaveLength(4);
  const told = await desk.orm.em.fork().execute<{ role: string }[]>(
    `select distinct m.role from message m join commitment_line l on l.case_id = m.case_id
      where l.source_case_id = ? and m.code = 'escalation' order by 1`,
    [caseId],
  );
  expect(told.map(({ role }) => role)).toEqual(['chief-leader', 'leader', 'section-head']);
  expect(await unsound(desk.orm.em.fork(), caseId)).toEqual([]);
});

test('rungs whose days came while nothing ran fire late, once, and say how late', async () => {
  const caseId = await openPair(desk, await today());
  await worker.kill();
  // A task that no worker takes would hold the test server's time: here the store is lost along with the worker.
  await endRunner(caseId);
  await time.sleep('12 days');
  worker = await desk.startWorker();
  await desk.act(caseId, await desk.person('liaison', '友谊'), 'confirm');
  await pass(caseId, 10);
  const events = await clockEvents(caseId);
  expect(turns(events, 'confirm/pilot')).toEqual([]);
  const fired = turns(events, 'confirm/assisted');
  expect(new Set(fired).size).toBe(fired.length);
  expect(fired).toEqual(
    expect.arrayContaining(['before-2', 'due', 'after-1', 'overdue', 'after-3', 'overdue#2', 'overdue#3']),
  );
  const late = events.map(({ effects }) =>
    effects.flatMap((effect) => (effect.type === 'message' ? [Number(effect.params?.lateBy)] : [])),
  );
  const first = late.find((days) => days.length > 0) ?? [];
  expect(Math.min(...first.slice(0, 2))).toBeGreaterThan(0);
  expect(late.at(-1)?.every((days) => days === 0)).toBe(true);
  expect(await unsound(desk.orm.em.fork(), caseId)).toEqual([]);
});

test("time in the runner is the server's", async () => {
  const caseId = await openPair(desk, await today());
  await desk.act(caseId, await desk.person('liaison', '友谊'), 'confirm');
  const rows = await desk.orm.em
    .fork()
    .execute<{ at: string }[]>('select at from case_event where case_id = ?', [caseId]);
  for (const { at } of rows) expect(shanghaiDay(instantFromDatabase(at))).toBe(await today());
});
