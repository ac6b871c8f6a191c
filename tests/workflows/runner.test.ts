import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { newId } from '#db/id';
import type { Actor } from '#domain/actor';
import { liveCases } from '#db/queries/live-cases';
import { reconcile } from '#runner/reconcile';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { contacts, openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';

let desk: Bureau;
let worker: Running;
let pilot: Actor;
let assisted: Actor;
const today = systemClock.today();

beforeAll(async () => {
  desk = await bureau();
  worker = await desk.startWorker();
  pilot = await desk.person('liaison', '友谊');
  assisted = await desk.person('liaison', '宣武');
});
afterAll(() => desk.stop());

const rows = <T>(sql: string, values: unknown[] = []) => desk.orm.em.fork().execute<T[]>(sql, values);
const stageOf = async (caseId: string) =>
  (await rows<{ stage: string }>('select stage from case_file where id = ?', [caseId]))[0]?.stage;

test('when opening returns, the case is in the registers with its number and todos', async () => {
  const caseId = await openPair(desk, today);
  const [row] = await rows<{ number: string; title: string }>(
    'select number, title from case_file where id = ?',
    [caseId],
  );
  expect(row?.number).toMatch(/^结对〔\d{4}〕\d+号$/);
  expect(row?.title).toContain('友谊医院');
  expect(await rows('select 1 from todo where case_id = ? and closed_at is null', [caseId])).toHaveLength(2);
});

test('the same act sent twice is done once and answered alike', async () => {
  const caseId = await openPair(desk, today);
  const actId = newId();
  const first = await desk.act(caseId, pilot, 'confirm', {}, actId);
  expect(await desk.act(caseId, pilot, 'confirm', {}, actId)).toEqual(first);
  expect(
    await rows('select 1 from case_event where case_id = ? and action = ?', [caseId, 'confirm']),
  ).toHaveLength(1);
});

test('a refusal carries its reason and changes nothing', async () => {
  const caseId = await openPair(desk, today);
  await expect(desk.act(caseId, pilot, 'file-group', { contacts })).rejects.toMatchObject({ code: 'stage' });
  expect(await rows('select 1 from case_event where case_id = ?', [caseId])).toHaveLength(1);
});

test('an opening that is refused leaves neither a case nor a runner, and can be sent again', async () => {
  const caseId = newId();
  const opening = {
    actId: `${caseId}:open`,
    action: 'open',
    actor: 'system',
    fields: {},
    facts: {},
  } as const;
  const target = { caseId, kind: 'pairing', opens: true };
  await expect(desk.send(target, opening)).rejects.toMatchObject({ code: 'fields' });
  await desk.runner.client.workflow.getHandle(`case:${caseId}`).result();
  await expect(desk.send(target, opening)).rejects.toMatchObject({ code: 'fields' });
  expect(await rows('select 1 from case_file where id = ?', [caseId])).toHaveLength(0);
});

test('of several people who act at once one wins and the others are told so', async () => {
  const caseId = await openPair(desk, today);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => desk.act(caseId, pilot, 'confirm')));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an act is refused when the post it rests on has ended meanwhile', async () => {
  const caseId = await openPair(desk, today);
  const stranger = { ...pilot, personId: assisted.personId };
  await expect(desk.act(caseId, stranger, 'confirm')).rejects.toMatchObject({ code: 'facts-changed' });
});

test('a refusal is not remembered: the same act sent again is done once its ground has gone', async () => {
  const caseId = await openPair(desk, today);
  const actId = newId();
  const early = () => desk.act(caseId, pilot, 'file-group', { contacts }, actId);
  await expect(early()).rejects.toMatchObject({ code: 'stage' });
  await desk.act(caseId, pilot, 'confirm');
  await desk.act(caseId, assisted, 'confirm');
  const done = await early();
  expect(await early()).toEqual(done);
  expect(await rows('select 1 from case_event where act_id = ?', [actId])).toHaveLength(1);
});

test('a case continues as new and the act id sent again after it stands once', async () => {
  const caseId = await openPair(desk, today, 5);
  const actId = newId();
  const { runId } = await desk.runner.client.workflow.getHandle(`case:${caseId}`).describe();
  const run = desk.runner.client.workflow.getHandle(`case:${caseId}`, runId, { followRuns: false });
  const first = await desk.act(caseId, pilot, 'confirm', {}, actId);
  await desk.act(caseId, assisted, 'confirm');
  await expect(run.result()).rejects.toMatchObject({ name: 'WorkflowExecutionContinuedAsNewError' });
  expect(await desk.act(caseId, pilot, 'confirm', {}, actId)).toEqual(first);
  await desk.act(caseId, pilot, 'file-group', { contacts });
  expect(await rows('select 1 from case_event where case_id = ?', [caseId])).toHaveLength(4);
});

test('a worker that dies loses no act', async () => {
  const caseId = await openPair(desk, today);
  const acting = desk.act(caseId, pilot, 'confirm');
  await worker.kill();
  const [, done] = await Promise.all([desk.startWorker().then((started) => (worker = started)), acting]);
  expect(done.seq).toBe(2);
  await desk.act(caseId, assisted, 'confirm');
  expect(await stageOf(caseId)).toBe('forming');
});

test('a case whose runner is gone from Temporal goes on from PostgreSQL', async () => {
  const caseId = await openPair(desk, today);
  await desk.runner.client.workflow.getHandle(`case:${caseId}`).terminate('the store was lost');
  await desk.act(caseId, pilot, 'confirm');
  await desk.act(caseId, assisted, 'confirm');
  expect(await stageOf(caseId)).toBe('forming');
});

test('reconcile names each case without a runner and repair starts it from PostgreSQL', async () => {
  const caseId = await openPair(desk, today);
  await desk.runner.client.workflow.getHandle(`case:${caseId}`).terminate('the store was lost');
  const live = () => liveCases(desk.orm.em.fork());
  const named = async () =>
    (await reconcile(desk.runner, live(), { repair: false })).map((difference) => difference.caseId);
  // Temporal's list of what runs lags behind by some milliseconds.
  await until(async () => (await named()).includes(caseId));
  await reconcile(desk.runner, live(), { repair: true });
  expect(await reconcile(desk.runner, live(), { repair: false })).toEqual([]);
  const { status } = await desk.runner.client.workflow.getHandle(`case:${caseId}`).describe();
  expect(status.name).toBe('RUNNING');
});
