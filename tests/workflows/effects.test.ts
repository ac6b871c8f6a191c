import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { newId } from '#db/id';
import { stuckEffects, type StuckEffect } from '#db/queries/live-cases';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { halfSignedPair, pairAtWork } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import { runsOf } from '#tests/harness/runs';
import { unsound } from '#tests/harness/soundness';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
const today = systemClock.today();

beforeAll(async () => {
  desk = await bureau();
  await desk.startWorker();
});
afterEach(() => rmSync(files(), { recursive: true, force: true }));
afterAll(() => desk?.stop());

const em = () => desk.orm.em.fork();
const rows = <T>(sql: string, values: unknown[] = []) => em().execute<T[]>(sql, values);
const stuck = (caseId: string) =>
  until(async () => (await stuckEffects(em())).find((effect) => effect.caseId === caseId));
const undone = (caseId: string) =>
  rows('select 1 from effect where case_id = ? and done_at is null', [caseId]);
const papers = (caseId: string) =>
  rows('select 1 from notice where case_id = ? and rendered_at is not null', [caseId]);

/** A file where the folder of papers should be: no paper can be stored. */
const files = () => join(desk.environment.DATA_DIR ?? '', 'files');
const block = () => {
  rmSync(files(), { recursive: true, force: true });
  writeFileSync(files(), '');
};
const unblock = () => rmSync(files(), { force: true });

test('a paper that cannot be made holds up no act, is named to the operator, and comes once its cause is gone', async () => {
  const caseId = await halfSignedPair(desk, today);
  block();
  await desk.act(caseId, await desk.person('principal', '宣武'), 'sign-pledge');
  const named: StuckEffect = await stuck(caseId);
  expect(named).toMatchObject({
    seq: 7,
    index: 0,
    type: 'issueNotice',
    failure: expect.stringMatching(/\S/),
  });
  expect(await desk.act(caseId, await desk.person('inspector'), 'file-pledge')).toMatchObject({
    seq: 8,
    stage: 'needs',
  });
  expect(await papers(caseId)).toHaveLength(0);
  unblock();
  await until(async () => (await undone(caseId)).length === 0);
  expect(await papers(caseId)).toHaveLength(1);
  expect((await stuckEffects(em())).filter((effect) => effect.caseId === caseId)).toEqual([]);
  expect(await unsound(em(), caseId)).toEqual([]);
});

test('a long case continues as new under load with an effect pending; no act and no paper is lost or doubled', async () => {
  block();
  const caseId = await pairAtWork(desk, today, 20);
  const [pilot, assisted] = [await desk.person('liaison', '友谊'), await desk.person('liaison', '宣武')];
  const before = (await rows('select 1 from case_event where case_id = ?', [caseId])).length;
  const count = 40;
  const acts: { actId: string; seq: number }[] = [];
  for (let problem = 0; problem < count; problem += 1)
    acts.push(await desk.act(caseId, assisted, 'raise-problem', { area: 'it' }));
  const lane = async (from: number) => {
    for (let id = from; id <= count; id += 4) {
      acts.push(await desk.act(caseId, pilot, 'answer-problem', { problemId: String(id) }));
      acts.push(await desk.act(caseId, assisted, 'close-problem', { problemId: String(id), solved: 'yes' }));
    }
  };
  expect(await undone(caseId)).toHaveLength(1);
  await Promise.all([1, 2, 3, 4].map(lane));
  expect((await runsOf(desk, caseId)).length).toBeGreaterThan(1);
  expect(await undone(caseId)).toHaveLength(1);
  unblock();
  await until(async () => (await undone(caseId)).length === 0);
  expect(await papers(caseId)).toHaveLength(1);
  expect(new Set(acts.map(({ seq }) => seq)).size).toBe(count * 3);
  for (const { actId, seq } of [acts[0], acts.at(-1)].filter((act) => act !== undefined)) {
    const again = { actId, action: 'raise-problem', actor: assisted, fields: { area: 'it' }, facts: {} };
    expect(await desk.send({ caseId, kind: 'pairing' }, again)).toMatchObject({ actId, seq });
  }
  expect(await rows('select 1 from case_event where case_id = ?', [caseId])).toHaveLength(before + count * 3);
  expect(await unsound(em(), caseId)).toEqual([]);
});

test('where nothing is pending a long case continues as new as soon as it is left alone, and answers all the same', async () => {
  const caseId = await pairAtWork(desk, today, 20);
  const assisted = await desk.person('liaison', '宣武');
  const actId = newId();
  const act = () => desk.act(caseId, assisted, 'raise-problem', { area: 'it' }, actId);
  const answered = await act();
  for (let problem = 0; problem < 20; problem += 1)
    await desk.act(caseId, assisted, 'raise-problem', { area: 'it' });
  await until(async () => (await runsOf(desk, caseId)).length > 1);
  expect(await act()).toEqual(answered);
  expect(await unsound(em(), caseId)).toEqual([]);
});
