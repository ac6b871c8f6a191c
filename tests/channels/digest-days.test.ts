import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Runtime, Worker } from '@temporalio/worker';
import { systemClock } from '#config/clock';
import { loadStartConfig } from '#config/config';
import { openVault } from '#config/vault';
import { currentCalendar } from '#db/queries/rule-book';
import type { Calendar } from '#domain/calendar';
import { addDays, at, epochMs, instantOf, shanghaiDay, weekday, type Day } from '#domain/day';
import { isDigestDay } from '#domain/digest';
import { instantFromDatabase } from '#db/columns';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { until } from '#tests/harness/poll';
import { timeSkippingEnvironment } from '#tests/harness/temporal';
import { createFeedWorker } from '#worker/feeds';
import { workflowBundle } from '#worker/workflow-bundle';

jest.setTimeout(180_000);

let time: TestWorkflowEnvironment;
let desk: Bureau;
let workers: Worker[] = [];
let running: Promise<void[]>;
const em = () => desk.orm.em.fork();
const today = async (): Promise<Day> => shanghaiDay(instantOf(await time.currentTimeMs()));

// Workers of its own without what watches for urgent mail: an activity in progress holds the test server's time.
beforeAll(async () => {
  time = await timeSkippingEnvironment();
  desk = await bureau({ time });
  const connection = time.nativeConnection;
  const { taskQueue } = desk.runner;
  const mail = { smtpUrl: 'smtp://127.0.0.1:9', from: 'duxing@wjw.example' };
  const config = { clock: systemClock, mail, publicUrl: '', taskQueue, temporalNamespace: 'default' };
  const vault = openVault(desk.environment['DATA_DIR'] ?? '');
  const code = await workflowBundle(join(loadStartConfig().cacheDir, 'workflows'));
  workers = [
    await Worker.create({ connection, taskQueue, workflowBundle: { code } }),
    await createFeedWorker({ connection, config, em: desk.orm.em, vault }),
  ];
  running = Promise.all(workers.map((worker) => worker.run()));
});
afterAll(async () => {
  workers.forEach((worker) => worker.shutdown());
  await running;
  await desk?.stop();
  await time?.teardown();
  await Runtime.instance().shutdown();
});

/** The first such day of the week from a week ahead on. */
async function coming(wanted: number): Promise<Day> {
  let day = addDays(await today(), 7);
  while (weekday(day) !== wanted) day = addDays(day, 1);
  return day;
}

test('over three weeks the digest is written once each working day at 08:30, by the calendar that holds on the day', async () => {
  const { personId } = await desk.person('liaison', '友谊');
  await em().execute(`update person set email = 'a@wjw.example', email_confirmed_at = now() where id = ?`, [
    personId,
  ]);
  const id = '01a00000-0000-7000-8000-0000000000aa';
  await em().execute(
    `insert into message (id, key, at, person_id, code, params) values (?, 'k', now(), ?, 'todo-opened', '{}')`,
    [id, personId],
  );
  const { client, taskQueue } = desk.runner;
  const digests = await client.workflow.start('mailDigests', { workflowId: 'digest', taskQueue, args: [] });
  const [holiday, makeup] = [await coming(3), await coming(6)];
  const base = await currentCalendar(em());
  const days: Calendar['days'] = {
    ...base.days,
    [holiday]: { kind: 'holiday', name: '临时放假' },
    [makeup]: { kind: 'makeup', name: '临时放假' },
  };
  const calendar = { ...base, version: 'changed', days };
  const since = await today();
  await time.sleep('3 days');
  await em().execute(`insert into rule_book (version, at, calendar) values ('changed', now(), ?::jsonb)`, [
    JSON.stringify(calendar),
  ]);
  await time.sleep('18 days');
  const last = addDays(await today(), -1);
  const expected: Day[] = [];
  for (let day = addDays(since, 1); day <= last; day = addDays(day, 1))
    if (isDigestDay(calendar, day)) expected.push(day);
  const written = async () => {
    const rows = await em().execute<{ key: string; at: string }[]>(`select key, at from mail order by at`);
    return rows.map(({ key, at: moment }) => ({ day: key.split('/').at(-1) ?? '', moment }));
  };
  const rows = await until(async () => {
    const found = await written();
    return (found.at(-1)?.day ?? '') >= (expected.at(-1) ?? '') && found;
  });
  const within = rows.filter(({ day }) => day > since && day <= last);
  expect(within.map(({ day }) => day)).toEqual(expected);
  expect(expected).toContain(makeup);
  expect(expected).not.toContain(holiday);
  for (const { day, moment } of within)
    expect(epochMs(instantFromDatabase(moment)) - epochMs(at(day, '08:30'))).toBeLessThan(60_000);
  await digests.terminate('the test is over');
});
