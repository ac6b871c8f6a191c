import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { untoldVersion } from '#db/commands/book-broadcast';
import { liveCases } from '#db/queries/live-cases';
import { timeline } from '#db/queries/cases/timeline';
import { ruleBookFor } from '#db/queries/rule-book';
import { storedCase } from '#db/queries/stored-case';
import { seedCalendar } from '#db/seed/calendar';
import type { Calendar } from '#domain/calendar';
import type { RuleBook } from '#domain/case';
import { addDays } from '#domain/day';
import { bookAction } from '#domain/rebook';
import { broadcastBook } from '#runner/broadcast-book';
import { reconcile } from '#runner/reconcile';
import { workflowIdOf } from '#runner/runner-client';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair, pairAtWork } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { unsound } from '#tests/harness/soundness';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let worker: Running;
const today = systemClock.today();
const books = new Map<unknown, RuleBook>();

beforeAll(async () => {
  desk = await bureau();
  worker = await desk.startWorker();
  books.set(undefined, await ruleBookFor(em(), 'pairing', today));
});
afterAll(() => desk?.stop());

const em = () => desk.orm.em.fork();
const rows = <T>(sql: string, values: unknown[] = []) => em().execute<T[]>(sql, values);
const rebookings = (caseId: string) =>
  rows<{ fields: { version: string }; effects: { type: string; code?: string }[] }>(
    'select fields, effects from case_event where case_id = ? and action = ? order by seq',
    [caseId, bookAction],
  );
/** Broadcasts and waits for the end of it. */
async function broadcast(version: string): Promise<void> {
  await broadcastBook(desk.runner, version);
  const { client, taskQueue } = desk.runner;
  await client.workflow.getHandle(`${taskQueue}:book:${version}`).result();
  expect(await untoldVersion(em())).toBeUndefined();
}

/** Published through years to come, with so many of the next days off. */
async function publish(version: string, daysOff: number): Promise<void> {
  const days: Calendar['days'] = { ...seedCalendar.days };
  for (let ahead = 1; ahead <= daysOff; ahead += 1)
    days[addDays(today, ahead)] = { kind: 'holiday', name: '试行假日' };
  const calendar: Calendar = { ...seedCalendar, version, publishedThrough: '2050-12-31', days };
  const values = [version, systemClock.now(), JSON.stringify(calendar)];
  await rows('insert into rule_book (version, at, calendar) values (?, ?, ?::jsonb)', values);
  books.set(version, await ruleBookFor(em(), 'pairing', today));
}

/** Each event decided by the book that the case had then. */
async function faults(caseId: string, opened?: string): Promise<string[]> {
  let version: unknown = opened;
  const bookAt = ({ action, fields }: { action: string; fields: unknown }) => {
    if (action === bookAction) version = (fields as { version: string }).version;
    return books.get(version)!;
  };
  return unsound(em(), caseId, { bookAt });
}

const deadlineOf = async (caseId: string, key: string) =>
  (await storedCase(em(), caseId))?.state.todos[key]?.deadline;
const linesOf = async (caseId: string) => {
  const inspector = await desk.person('inspector');
  return (await timeline(em(), inspector, caseId)).filter(({ action }) => action === bookAction);
};

test('a published calendar moves open due days, makes provisional ones firm, and says so in each case', async () => {
  const [fresh, working] = [await openPair(desk, today), await pairAtWork(desk, today)];
  const before = await deadlineOf(fresh, 'confirm/pilot');
  const key = Object.keys((await storedCase(em(), working))?.state.todos ?? {}).find((one) =>
    one.startsWith('report-item/'),
  )!;
  expect((await deadlineOf(working, key))?.provisional).toBe(
    addDays(today, 100) > seedCalendar.publishedThrough,
  );
  await publish('cn-2027', 5);
  await broadcast('cn-2027');
  const after = await deadlineOf(fresh, 'confirm/pilot');
  expect(after).toMatchObject({ originalDue: before?.due, provisional: false, calendarVersion: 'cn-2027' });
  expect(after!.due > before!.due).toBe(true);
  expect(await deadlineOf(working, key)).toMatchObject({ due: addDays(today, 100), provisional: false });
  const [due] = await rows<{ due: string; next_due: string }>(
    'select t.due, c.next_due from todo t join case_file c on c.id = t.case_id where c.id = ? and key = ?',
    [fresh, 'confirm/pilot'],
  );
  expect(due).toEqual({ due: after!.due, next_due: after!.due });
  const [line] = await linesOf(fresh);
  expect(line?.label).toBe('工作日历更新为2027年版');
  expect(line?.effects.join()).toMatch(/友谊医院.*：期限由\d+年\d+月\d+日改为\d+年\d+月\d+日/);
  for (const caseId of [fresh, working]) expect(await faults(caseId)).toEqual([]);
});

test('told again, by signal and by another broadcast, a case takes a version in once', async () => {
  const caseId = await openPair(desk, today);
  await publish('cn-2027-2', 3);
  await broadcast('cn-2027-2');
  await desk.runner.client.workflow.getHandle(workflowIdOf(caseId)).signal('book-changed');
  await rows('update rule_book set broadcast_at = null where version = ?', ['cn-2027-2']);
  await broadcast('cn-2027-2');
  await desk.act(caseId, await desk.person('liaison', '友谊'), 'confirm');
  expect(await rebookings(caseId)).toHaveLength(1);
});

test('where nothing moves the case says that nothing moved, and tells nobody', async () => {
  const caseId = await openPair(desk, today);
  await publish('cn-2027-3', 3);
  await broadcast('cn-2027-3');
  expect((await linesOf(caseId)).map(({ label, effects }) => [label, effects])).toEqual([
    ['工作日历更新为2027年第3版，期限无变动', []],
  ]);
});

test('a case without a runner holds nothing up and takes the version in when it gets one', async () => {
  const caseId = await openPair(desk, today);
  await desk.runner.client.workflow.getHandle(workflowIdOf(caseId)).terminate('the store was lost');
  await publish('cn-2027-4', 6);
  await broadcast('cn-2027-4');
  expect(await rebookings(caseId)).toEqual([]);
  await reconcile(desk.runner, liveCases(em()), { repair: true });
  await until(async () => (await rebookings(caseId)).length === 1);
});

test('a worker that is killed in the middle leaves no case out and tells none twice', async () => {
  const cases = await Promise.all(Array.from({ length: 70 }, () => openPair(desk, today)));
  await publish('cn-2027-5', 2);
  await broadcastBook(desk.runner, 'cn-2027-5');
  const took = () => rows(`select 1 from case_event where fields->>'version' = 'cn-2027-5'`);
  await until(async () => (await took()).length > 5);
  await worker.kill();
  expect((await took()).length).toBeLessThan(cases.length);
  worker = await desk.startWorker();
  await until(async () => (await untoldVersion(em())) === undefined);
  await until(async () => (await took()).length >= cases.length);
  for (const caseId of cases) {
    expect((await rebookings(caseId)).filter(({ fields }) => fields.version === 'cn-2027-5')).toHaveLength(1);
    expect(await faults(caseId, 'cn-2027-4')).toEqual([]);
  }
});
