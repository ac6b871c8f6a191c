import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import type { ActResult } from '#contracts/act';
import { ruleBookFor } from '#db/queries/rule-book';
import { storedCase } from '#db/queries/stored-case';
import { seedCalendar } from '#db/seed/calendar';
import type { Calendar } from '#domain/calendar';
import { addDays } from '#domain/day';
import { derive } from '#domain/deadline';
import { ruleOn } from '#domain/rule';
import { workflowIdOf } from '#runner/runner-client';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { contacts, openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { unsound } from '#tests/harness/soundness';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let workers: Running[];
const today = systemClock.today();

beforeAll(async () => {
  desk = await bureau();
  workers = await Promise.all([desk.startWorker(), desk.startWorker()]);
});
afterAll(() => desk?.stop());

const em = () => desk.orm.em.fork();
const rows = <T>(sql: string, values: unknown[] = []) => em().execute<T[]>(sql, values);

test('acts spread over cases and workers stand once each, in one order per case, though a worker dies among them', async () => {
  const [pilot, assisted] = [await desk.person('liaison', '友谊'), await desk.person('liaison', '宣武')];
  const signers = [await desk.person('principal', '友谊'), await desk.person('principal', '宣武')];
  const cases = await Promise.all(Array.from({ length: 12 }, () => openPair(desk, today)));
  const play = async (caseId: string): Promise<ActResult[]> => [
    ...(await Promise.all([pilot, assisted].map((actor) => desk.act(caseId, actor, 'confirm')))),
    ...(await Promise.all(
      [pilot, assisted].map((actor) => desk.act(caseId, actor, 'file-group', { contacts })),
    )),
    ...(await Promise.all(signers.map((actor) => desk.act(caseId, actor, 'sign-pledge')))),
  ];
  const playing = Promise.all(cases.map(play));
  await until(async () => (await rows(`select 1 from case_event where action = 'confirm'`)).length > 6);
  await workers[0]?.kill();
  for (const results of await playing)
    expect(results.map(({ seq }) => seq).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  // The dead worker may have held a paper; its activity's heartbeat runs out after a minute.
  for (const caseId of cases) expect(await unsound(em(), caseId)).toEqual([]);
  expect(await rows('select 1 from notice')).toHaveLength(12);
});

test('a calendar that is published counts from the next deadline on, once the runner is told; the state names it', async () => {
  const [pilot, assisted] = [await desk.person('liaison', '友谊'), await desk.person('liaison', '宣武')];
  const caseId = await openPair(desk, today);
  const before = await ruleBookFor(em(), 'pairing', today);
  await desk.act(caseId, pilot, 'confirm');
  const days = { ...seedCalendar.days };
  for (let ahead = 1; ahead <= 5; ahead += 1)
    days[addDays(today, ahead)] = { kind: 'holiday', name: '试行假日' };
  const calendar: Calendar = { ...seedCalendar, version: 'test-2', days };
  const published = systemClock.now();
  await rows('insert into rule_book (version, at, calendar) values (?, ?, ?::jsonb)', [
    'test-2',
    published,
    JSON.stringify(calendar),
  ]);
  await desk.runner.client.workflow.getHandle(workflowIdOf(caseId)).signal('book-changed');
  await desk.act(caseId, assisted, 'confirm');
  const stored = await storedCase(em(), caseId);
  const book = await ruleBookFor(em(), 'pairing', today);
  const rule = ruleOn(book.deadlines, 'pairing.file-group', today);
  const [plain, published2] = [derive(rule, today, before.calendar), derive(rule, today, book.calendar)];
  expect(published2.due).not.toBe(plain.due);
  expect(stored?.state.todos['file-group/pilot']?.deadline).toMatchObject({
    due: published2.due,
    calendarVersion: 'test-2',
  });
  expect(stored?.state.bookVersion).toBe('test-2');
  const bookAt = ({ at }: { at: string }) => (at < published ? before : book);
  expect(await unsound(em(), caseId, { bookAt })).toEqual([]);
});
