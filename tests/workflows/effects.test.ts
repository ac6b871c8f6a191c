import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { newId } from '#db/id';
import { stuckEffects, type StuckEffect } from '#db/queries/live-cases';
import { addDays } from '#domain/day';
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
  const alarm = "select person_id, role from message where code = 'paper-stuck' order by role nulls last";
  await until(async () => (await rows(alarm)).length > 0);
  expect(await desk.act(caseId, await desk.person('inspector'), 'file-pledge')).toMatchObject({
    seq: 8,
    stage: 'needs',
  });
  expect(await papers(caseId)).toHaveLength(0);
  const [seenBy] = await rows<{ failure: string }>('select failure from notice where case_id = ?', [caseId]);
  expect(seenBy?.failure).toMatch(/\S/);
  unblock();
  await until(async () => (await undone(caseId)).length === 0);
  expect(await papers(caseId)).toHaveLength(1);
  expect((await stuckEffects(em())).filter((effect) => effect.caseId === caseId)).toEqual([]);
  const signer = (await desk.person('principal', '宣武')).personId;
  expect(await rows(alarm)).toEqual([
    { person_id: null, role: 'system-admin' },
    { person_id: signer, role: null },
  ]);
  const [made] = await rows<{ failure: string | null }>('select failure from notice where case_id = ?', [
    caseId,
  ]);
  expect(made?.failure).toBeNull();
  expect(await unsound(em(), caseId)).toEqual([]);
});

test('a long case continues as new under load with an effect pending; no act and no paper is lost or doubled', async () => {
  block();
  const caseId = await pairAtWork(desk, today, 20);
  const [inspector, assisted] = [await desk.person('inspector'), await desk.person('liaison', '宣武')];
  const before = (await rows('select 1 from case_event where case_id = ?', [caseId])).length;
  const count = 40;
  const acts: { actId: string; seq: number }[] = [];
  const itemOf = (turn: number) => String(((turn - 1) % 20) + 1);
  const report = (turn: number, status: string) =>
    desk.act(caseId, assisted, 'report-item', { itemId: itemOf(turn), status });
  for (let turn = 1; turn <= count; turn += 1) acts.push(await report(turn, 'doing'));
  const lane = async (from: number) => {
    for (let turn = from; turn <= count; turn += 4) {
      acts.push(await report(turn, 'done'));
      const again = { itemId: itemOf(turn), due: addDays(today, 100) };
      acts.push(await desk.act(caseId, inspector, 'return-item', again));
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
    const fields = { itemId: '1', status: 'doing' };
    const again = { actId, action: 'report-item', actor: assisted, fields, facts: {} };
    expect(await desk.send({ caseId, kind: 'pairing' }, again)).toMatchObject({ actId, seq });
  }
  expect(await rows('select 1 from case_event where case_id = ?', [caseId])).toHaveLength(before + count * 3);
  expect(await unsound(em(), caseId)).toEqual([]);
});

test('where nothing is pending a long case continues as new as soon as it is left alone, and answers all the same', async () => {
  const caseId = await pairAtWork(desk, today, 20);
  const assisted = await desk.person('liaison', '宣武');
  const actId = newId();
  const fields = { itemId: '1', status: 'doing' };
  const act = () => desk.act(caseId, assisted, 'report-item', fields, actId);
  const answered = await act();
  for (let turn = 0; turn < 20; turn += 1) await desk.act(caseId, assisted, 'report-item', fields);
  await until(async () => (await runsOf(desk, caseId)).length > 1);
  expect(await act()).toEqual(answered);
  expect(await unsound(em(), caseId)).toEqual([]);
});
