import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActFormView, CaseView } from '#contracts/case';
import type { CommitmentBody, CommitmentPage } from '#contracts/commitment';
import type { PairingBody } from '#contracts/pairing';
import type { Problem } from '#contracts/problem';
import type { TimelineView } from '#contracts/timeline';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { until } from '#tests/harness/poll';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { playPair, toDoing } from './sample-pair.ts';

let api: RunningApi;
let pair: string;
let as: (login: string) => Browser;
const logins = ['inspector1', 'head1', 'head2', 'youyi.liaison', 'xuanwu.liaison', 'chaoyang.liaison'];
beforeAll(async () => {
  api = await runningApi();
  pair = await playPair(api.orm, 'youyi', 'xuanwu', toDoing('youyi', 'xuanwu'));
  // It starts the runner that the played pair lacks.
  await api.startWorker();
  as = await api.people(logins);
}, 120_000);
afterAll(() => api?.stop());
const act = (by: string, caseId: string, action: string, form: object = {}) =>
  as(by).send<Problem>('POST', `/api/cases/${caseId}/acts`, { actId: newId(), action, form });
const problems = async (by: string) =>
  ((await as(by).get<CaseView>(`/api/cases/${pair}`)).body.body as PairingBody).problems;
const lines = async (by: string) =>
  (await as(by).get<CommitmentPage>('/api/commitments?source=pairing')).body.items;
const problem = {
  area: 'it',
  what: '医保接口超时',
  measure: '请协助查找原因',
  solver: demoId('org', 'youyi'),
};

test('either hospital or a section that has a head may be given a problem, and nobody else', async () => {
  const { body } = await as('xuanwu.liaison').get<ActFormView>(`/api/cases/${pair}/forms/raise-problem`);
  expect(body.initial.solver).toBe(demoId('org', 'youyi'));
  const offered = body.options.solver?.map(({ label }) => label) ?? [];
  expect(offered.slice(0, 2).every((label) => /友谊|宣武/.test(label))).toBe(true);
  expect(offered.slice(2)).toEqual(['改革发展处', '医疗护理处']);
  for (const org of ['chaoyang', 'legal', 'caizheng']) {
    const answer = await act('xuanwu.liaison', pair, 'raise-problem', {
      ...problem,
      solver: demoId('org', org),
    });
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('由谁解决')]);
  }
  expect(await lines('inspector1')).toEqual([]);
});

test('a problem is solved in a commitment that both hospitals see, and its end comes back to the pair', async () => {
  expect((await act('xuanwu.liaison', pair, 'raise-problem', problem)).status).toBe(200);
  const [line] = await until(async () => {
    const found = await lines('youyi.liaison');
    return found.length > 0 && found;
  });
  const caseId = line?.caseId ?? '';
  expect(line).toMatchObject({ title: '医保接口超时（首都医科大学附属北京友谊医院）', stage: 'signing' });
  expect((await lines('xuanwu.liaison')).map((one) => one.caseId)).toEqual([caseId]);
  expect(await lines('chaoyang.liaison')).toEqual([]);
  const { body } = await as('xuanwu.liaison').get<CaseView>(`/api/cases/${caseId}`);
  expect(body.parties.map(({ part }) => part)).toEqual(['责任单位', '有关单位']);
  expect(body.actions.filter(({ permitted }) => permitted).map(({ action }) => action)).toEqual([]);
  expect(body.body as CommitmentBody).toMatchObject({
    ...{ what: problem.what, measure: problem.measure },
    source: { caseId: pair, kindLabel: '结对帮带', item: '问题1（信息化）', kind: 'pairing', itemId: '1' },
  });
  expect(await problems('xuanwu.liaison')).toMatchObject([
    { problem: problem.what, endLabel: null, line: { caseId, stageLabel: '待签收' } },
  ]);

  await act('youyi.liaison', caseId, 'sign-for');
  await act('youyi.liaison', caseId, 'report-done', { report: '已升级接口' });
  await act('inspector1', caseId, 'review', { decision: 'accept' });
  expect((await act('head1', caseId, 'strike-off', { decision: 'strike' })).status).toBe(200);
  await until(async () => (await problems('xuanwu.liaison'))[0]?.endLabel);
  expect(await problems('youyi.liaison')).toMatchObject([{ endLabel: '已销号', line: { lateness: 'done' } }]);
  const told = (await as('youyi.liaison').get<TimelineView>(`/api/cases/${pair}/timeline`)).body;
  expect(told.at(-1)?.label).toBe('台账事项办结：问题1（信息化），已销号');
});

test('a problem for a section of the bureau is on the desk of its head', async () => {
  const solver = demoId('org', 'medical');
  expect((await act('youyi.liaison', pair, 'raise-problem', { ...problem, solver })).status).toBe(200);
  const caseId = await until(async () => (await problems('youyi.liaison'))[1]?.line?.caseId);
  expect((await act('head1', caseId, 'sign-for')).status).toBe(403);
  expect((await act('head2', caseId, 'sign-for')).status).toBe(200);
  await act('head2', caseId, 'report-done', { report: '已与医保局商定口径' });
  const own = await act('head2', caseId, 'review', { decision: 'accept' });
  expect([own.status, own.body.detail]).toEqual([409, expect.stringMatching(/办理过|其他处室/)]);
  expect((await lines('xuanwu.liaison')).length).toBe(2);
});
