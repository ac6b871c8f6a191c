import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActReceipt, CaseView } from '#contracts/case';
import type { Problem } from '#contracts/problem';
import type { Page } from '#contracts/page';
import type { TodoLine } from '#contracts/case';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { until } from '#tests/harness/poll';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let as: (login: string) => Browser;
beforeAll(async () => {
  api = await runningApi();
  await api.startWorker();
  const bureau = ['inspector1', 'head1', 'leader1', 'leader2', 'archivist1'];
  as = await api.people([...bureau, 'youyi.liaison', 'chaoyang.liaison', 'xuanwu.liaison']);
}, 120_000);
afterAll(() => api?.stop());

const act = (by: string, caseId: string, action: string, form: object = {}) =>
  as(by).send<ActReceipt & Problem>('POST', `/api/cases/${caseId}/acts`, { actId: newId(), action, form });
const done = async (by: string, caseId: string, action: string, form: object = {}) => {
  const { status, body } = await act(by, caseId, action, form);
  expect([action, status, status === 200 ? '' : body.detail]).toEqual([action, 200, '']);
};
const view = async (by: string, caseId: string) => (await as(by).get<CaseView>(`/api/cases/${caseId}`)).body;
const text = {
  title: '做好值守工作',
  opening: '现将有关事项通知如下：',
  sections: [{ heading: '值守安排', text: '各医院主要负责人在院带班。' }],
  contact: '改革发展处 李明远',
  to: ['youyi', 'chaoyang'].map((key) => demoId('org', key)),
};

/** Sent with a demand for signatures; answers the case of the paper and the case of its service. */
async function servedFormally(): Promise<{ paper: string; serving: string }> {
  const opened = { actId: newId(), form: { paper: 'general-notice', title: text.title } };
  const { caseId } = (await as('inspector1').send<ActReceipt>('POST', '/api/dispatches', opened)).body;
  await as('inspector1').send('POST', `/api/dispatches/${caseId}/text`, { version: 0, form: text });
  await done('inspector1', caseId, 'submit', { version: 1 });
  await done('head1', caseId, 'review', { decision: 'pass' });
  await done('leader1', caseId, 'sign', { decision: 'sign' });
  await until(async () => (await view('inspector1', caseId)).notices[0]?.status === 'issued');
  await done('archivist1', caseId, 'note-seal', { sealedOn: '2026-11-23', copies: 3, sealedBy: '吴素云' });
  await done('inspector1', caseId, 'send', { formal: true, handed: [] });
  const serving = await until(async () => {
    const { items } = (await as('youyi.liaison').get<Page<TodoLine>>('/api/todos')).body;
    return items.find(({ step }) => step === 'sign-for-paper')?.caseId;
  });
  return { paper: caseId, serving };
}
const pieceOf = (key: string) => `1.${demoId('org', key)}`;

test('each receiver signs in a case of his own kind, reads nothing of how the paper came about, and the paper is filed when all have it', async () => {
  const { paper, serving } = await servedFormally();
  const seen = await view('youyi.liaison', serving);
  expect(seen).toMatchObject({ kind: 'serving', title: '送达：关于做好值守工作的通知' });
  expect(seen.notices).toMatchObject([{ title: '关于做好值守工作的通知' }]);
  expect(seen.notices[0]?.service?.recipients.map(({ name }) => name)).toEqual([
    '首都医科大学附属北京友谊医院',
  ]);
  expect((await as('youyi.liaison').get(`/api/cases/${paper}`)).status).toBe(404);
  expect((await as('xuanwu.liaison').get(`/api/cases/${serving}`)).status).toBe(404);
  const early = await act('archivist1', paper, 'archive');
  expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('还有收文单位没有送达')]);
  await done('youyi.liaison', serving, 'sign-for-paper', { piece: pieceOf('youyi'), answer: 'confirm' });
  const other = { piece: pieceOf('chaoyang'), answer: 'confirm' };
  expect((await act('youyi.liaison', serving, 'sign-for-paper', other)).status).not.toBe(200);
  expect((await view('inspector1', paper)).notices[0]?.service?.recipients.map((one) => one.proven)).toEqual([
    expect.anything(),
    null,
  ]);
  await done('chaoyang.liaison', serving, 'sign-for-paper', other);
  await until(async () => (await view('inspector1', serving)).stage === 'done');
  const receipts = await until(async () => {
    const found = (await view('inspector1', serving)).notices.filter(
      ({ code }) => code === 'service-receipt',
    );
    return found.length === 2 && found.every(({ status }) => status === 'issued') ? found : undefined;
  });
  expect(receipts.map(({ to }) => to)).toEqual([[], []]);
  await until(async () => (await act('archivist1', paper, 'archive')).status === 200);
});

test('a paper that becomes void is not served any more', async () => {
  const { paper, serving } = await servedFormally();
  await done('inspector1', paper, 'ask-void', { reason: '附件清单有误，应当收回' });
  await done('leader2', paper, 'decide-void', { decision: 'approve' });
  await until(async () => (await view('inspector1', serving)).stage === 'dropped');
  const late = { piece: pieceOf('youyi'), answer: 'confirm' };
  expect((await act('youyi.liaison', serving, 'sign-for-paper', late)).status).toBe(409);
});
