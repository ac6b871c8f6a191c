import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Clock } from '#config/clock';
import type { RuleProposal } from '#contracts/rules';
import { untoldVersion } from '#db/commands/book-broadcast';
import { timeline } from '#db/queries/cases/timeline';
import { storedCase } from '#db/queries/stored-case';
import { addDays, instantOf, shanghaiDay, shanghaiTime, type Day, type Instant } from '#domain/day';
import { broadcastBook } from '#runner/broadcast-book';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import { faultsByBook, keepBook, publishRows, type Books } from '#tests/harness/rules';
import { timeSkippingEnvironment } from '#tests/harness/temporal';

// Real processes on a machine that may be busy.
jest.setTimeout(240_000);

let time: TestWorkflowEnvironment;
let desk: Bureau;
const books: Books = new Map();

beforeAll(async () => {
  time = await timeSkippingEnvironment();
  desk = await bureau({ time });
  await desk.startWorker();
  await keepBook(desk, await serversClock(), books);
});
afterAll(async () => {
  await desk?.stop();
  await time?.teardown();
});

const em = () => desk.orm.em.fork();
const today = async (): Promise<Day> => shanghaiDay(instantOf(await time.currentTimeMs()));
/** The server's time as the clock of a command. */
async function serversClock(): Promise<Clock> {
  const now: Instant = instantOf(await time.currentTimeMs());
  return { now: () => now, today: () => shanghaiDay(now) } as Clock;
}

async function told(version: string): Promise<void> {
  await broadcastBook(desk.runner, version);
  await until(async () => (await untoldVersion(em())) === undefined);
}

const publish = async (proposal: RuleProposal) => publishRows(desk, await serversClock(), books, proposal);

const rungsOf = (caseId: string) =>
  em()
    .execute<{ turn: string; at: string }[]>(
      `select params->>'turn' as turn, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
         from message where case_id = ? and params->>'todo' = 'confirm/pilot' and code in ('reminder', 'escalation')
        order by at, id`,
      [caseId],
    )
    .then((rows) => rows.map(({ turn, at }) => ({ turn, at, day: shanghaiDay(at), hour: shanghaiTime(at) })));

const basis = { ground: '京卫办〔2026〕9号第三条', mark: 'law' } as const;

test('in an open case an appended rung fires, an ended one stops, and both keep to the new office hours', async () => {
  const [opened] = books.keys();
  const caseId = await openPair(desk, await today());
  const due = (await storedCase(em(), caseId))?.state.todos['confirm/pilot']?.deadline?.due;
  const from = addDays(await today(), 1);
  const append = { does: 'append', from, ...basis } as const;
  await publish({ table: 'office-hours', rows: [{ ...append, opens: '08:20', closes: '16:00' }] });
  await publish({
    table: 'deadline',
    rows: [{ ...append, code: 'pairing.confirm', count: 1, unit: 'WD' }],
  });
  const version = await publish({
    table: 'rung',
    rows: [
      { ...append, ladder: 'default', offsetWorkingDays: 2, whom: 'leader', paper: 'supervise' },
      { does: 'end', code: 'after-1', from, ground: '试行' },
    ],
  });
  await told(version);
  expect((await storedCase(em(), caseId))?.state).toMatchObject({
    bookVersion: version,
    // What runs keeps the row that it was derived from.
    todos: { 'confirm/pilot': { deadline: { due, count: 5 } } },
  });
  const lines = (await timeline(em(), await desk.person('inspector'), caseId)).map(({ label }) => label);
  expect(lines.at(-1)).toBe('规则更新，已经起算的期限不变，今后的提醒和上报按新规则');

  for (let day = 0; day < 30; day += 1) {
    await time.sleep(86_400_000);
    if ((await rungsOf(caseId)).some(({ turn }) => turn === 'after-3')) break;
  }
  const fired = (await rungsOf(caseId)).filter(({ day }) => day >= from);
  const turns = fired.map(({ turn }) => turn);
  expect(turns).toEqual(expect.arrayContaining(['own-1', 'after-3', 'overdue']));
  expect(turns).not.toContain('after-1');
  expect(new Set(fired.map(({ hour }) => hour))).toEqual(new Set(['08:20']));
  expect(await faultsByBook(desk, books, caseId, opened!)).toEqual([]);
});
