import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { temporal } from '@temporalio/proto';
import { Runtime, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { systemClock } from '#config/clock';
import { workflowIdOf } from '#runner/runner-client';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { pairAtWork } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import { runsOf } from '#tests/harness/runs';
import { replayBundle, strictReplay } from './strict-replay.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let bundle: WorkflowBundleWithSourceMap;
let workflowId: string;
let histories: temporal.api.history.v1.IHistory[];

beforeAll(async () => {
  desk = await bureau();
  await desk.startWorker();
  bundle = await replayBundle();
  const caseId = await pairAtWork(desk, systemClock.today(), 60);
  workflowId = workflowIdOf(caseId);
  const assisted = await desk.person('liaison', '宣武');
  const solver = await desk.orgId('北京友谊医院');
  for (const itemId of ['1', '2', '3']) {
    await desk.act(caseId, assisted, 'raise-problem', { area: 'it', solver });
    await desk.act(caseId, assisted, 'report-item', { itemId, status: 'done' });
    await expect(desk.act(caseId, assisted, 'report-item', { itemId, status: 'done' })).rejects.toMatchObject(
      {
        name: 'Refused',
      },
    );
  }
  // A run that has just begun has nothing to replay, and the library waits for ever for its first task.
  const begun = ({ events }: temporal.api.history.v1.IHistory) =>
    events?.some((event) => event.workflowTaskCompletedEventAttributes);
  histories = await until(() =>
    runsOf(desk, caseId).then((runs) => runs.length > 1 && runs.every(begun) && runs),
  );
});
afterAll(async () => {
  await desk?.stop();
  await Runtime.instance().shutdown();
});

test('recorded histories replay with the same timers, the same inputs and the same commits', async () => {
  for (const history of histories) expect(await strictReplay(bundle, history, workflowId)).toEqual([]);
});

test('a changed duration, input or decision, which plain replay lets pass, is caught', async () => {
  const changed = await replayBundle('changed.ts');
  const faults = (
    await Promise.all(histories.map((history) => strictReplay(changed, history, workflowId)))
  ).flat();
  expect(faults).toContainEqual(expect.stringMatching(/^timer \d+: recorded/));
  expect(faults).toContainEqual(expect.stringMatching(/^activity performEffect: recorded/));
  expect(faults).toContainEqual(expect.stringMatching(/^commit: recorded/));
});
