import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { untoldVersion } from '#db/commands/book-broadcast';
import { addDays } from '#domain/day';
import { broadcastBook } from '#runner/broadcast-book';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { faultsByBook, keepBook, publishRows, type Books } from '#tests/harness/rules';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let worker: Running;
const books: Books = new Map();
const today = systemClock.today();

beforeAll(async () => {
  desk = await bureau();
  worker = await desk.startWorker();
  await keepBook(desk, systemClock, books);
});
afterAll(() => desk?.stop());

const em = () => desk.orm.em.fork();

test('a worker that is killed while rows are told leaves no case out and tells none twice', async () => {
  const opened = [...books.keys()].at(-1)!;
  const cases = await Promise.all(Array.from({ length: 50 }, () => openPair(desk, today)));
  const from = addDays(today, 1);
  const version = await publishRows(desk, systemClock, books, {
    table: 'rung',
    rows: [
      {
        does: 'append',
        from,
        ground: '京卫办〔2026〕9号第三条',
        mark: 'law',
        ladder: 'default',
        offsetWorkingDays: 20,
        whom: 'chief-leader',
      },
    ],
  });
  await broadcastBook(desk.runner, version);
  const took = (caseIds: readonly string[]) =>
    em().execute<{ case_id: string }[]>(
      `select case_id from case_event where fields->>'version' = ? and case_id = any(?::uuid[])`,
      [version, `{${caseIds.join(',')}}`],
    );
  await until(async () => (await took(cases)).length > 5);
  await worker.kill();
  expect((await took(cases)).length).toBeLessThan(cases.length);
  worker = await desk.startWorker();
  await until(async () => (await untoldVersion(em())) === undefined);
  await until(async () => (await took(cases)).length >= cases.length);
  expect(new Set((await took(cases)).map((row) => row.case_id)).size).toBe((await took(cases)).length);
  for (const caseId of cases) expect(await faultsByBook(desk, books, caseId, opened)).toEqual([]);
});
