import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActFormView, ActReceipt, CaseView } from '#contracts/case';
import type { NoticeLine } from '#contracts/notice';
import type { DraftPages } from '#contracts/notice';
import type { DispatchBody, DispatchPage, DispatchText } from '#contracts/dispatch';
import type { MessageView } from '#contracts/message';
import type { Page } from '#contracts/page';
import type { Problem } from '#contracts/problem';
import { Notice } from '#db/entities/notice';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { until } from '#tests/harness/poll';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let as: (login: string) => Browser;
const logins = [
  ...['inspector1', 'inspector2', 'head1', 'legal1', 'leader1', 'leader2', 'chief1', 'archivist1'],
  ...['youyi.liaison', 'chaoyang.liaison'],
];
beforeAll(async () => {
  api = await runningApi();
  await api.startWorker();
  as = await api.people(logins);
}, 120_000);
afterAll(() => api?.stop());
const org = (key: string) => demoId('org', key);
const written = {
  title: '做好值守工作',
  opening: '现将有关事项通知如下：',
  sections: [{ heading: '值守安排', text: '各医院主要负责人在院带班。' }],
  contact: '改革发展处 李明远',
  to: [org('youyi')],
  outside: ['市卫生健康委'],
};
const draft = (by: string, form: object = {}) =>
  as(by).send<ActReceipt & Problem>('POST', '/api/dispatches', {
    ...{ actId: newId(), form: { paper: 'general-notice', title: '做好值守工作', ...form } },
  });
const act = (by: string, caseId: string, action: string, filled: object = {}) =>
  as(by).send<ActReceipt & Problem>('POST', `/api/cases/${caseId}/acts`, {
    actId: newId(),
    action,
    form: filled,
  });
const done = async (by: string, caseId: string, action: string, filled: object = {}) => {
  const { status, body } = await act(by, caseId, action, filled);
  expect([action, status, status === 200 ? '' : body.detail]).toEqual([action, 200, '']);
};
const save = (by: string, caseId: string, version: number, form: object = written) =>
  as(by).send<DispatchText & Problem>('POST', `/api/dispatches/${caseId}/text`, { version, form });
const view = async (by: string, caseId: string) => (await as(by).get<CaseView>(`/api/cases/${caseId}`)).body;
const bodyOf = async (caseId: string) => (await view('inspector1', caseId)).body as DispatchBody;
const rendered = (caseId: string) =>
  until(async () => {
    const [notice] = (await view('inspector1', caseId)).notices;
    return notice?.status === 'issued' ? notice : undefined;
  });
const documentOf = async (id: string) => (await api.orm.em.fork().findOneOrFail(Notice, { id })).document;
const seal = { sealedOn: '2026-11-23', copies: 3, sealedBy: '办公室 吴素云' };
const list = async (by: string, query = '') =>
  (await as(by).get<DispatchPage>(`/api/dispatches${query}`)).body;

/** A paper as far as its signature. */
async function issued(form: object = {}, text: object = written): Promise<string> {
  const { caseId } = (await draft('inspector1', form)).body;
  expect((await save('inspector1', caseId, 0, text)).status).toBe(200);
  await done('inspector1', caseId, 'submit', { version: 1 });
  await done('head1', caseId, 'review', { decision: 'pass' });
  await done('leader1', caseId, 'sign', { decision: 'sign' });
  return caseId;
}
async function sent(form: object = {}, text: object = written) {
  const caseId = await issued(form, text);
  await done('archivist1', caseId, 'note-seal', seal);
  const notice = await rendered(caseId);
  await done('inspector1', caseId, 'send', { handed: [] });
  return { caseId, notice };
}
const readBy = (login: string, id: string) =>
  until(async () => {
    const { status, body } = await as(login).get<NoticeLine>(`/api/notices/${id}`);
    return status === 200 ? body : undefined;
  });

test('a paper is written, reviewed, signed, sealed, sent and filed, and its receiver reads it only when it is sent', async () => {
  const { status, body } = await draft('inspector1');
  expect([status, body.stageLabel]).toEqual([200, '起草']);
  const { caseId } = body;
  const begun = (await as('inspector1').get<DispatchText>(`/api/dispatches/${caseId}/text`)).body;
  expect(begun).toMatchObject({ version: 0, mayEdit: true, form: { title: '做好值守工作' } });
  expect(begun.lacks).toContain('缺少开头。');
  expect((await act('inspector1', caseId, 'submit', { version: 1 })).body.type).toBe('stale');
  expect((await save('inspector1', caseId, 0, { title: '做好值守' })).status).toBe(200);
  const early = await act('inspector1', caseId, 'submit', { version: 1 });
  expect([early.status, early.body.detail]).toEqual([422, expect.stringContaining('缺少正文')]);
  expect((await save('inspector1', caseId, 1)).body).toMatchObject({ version: 2, lacks: [] });
  const form = (await as('inspector1').get<ActFormView>(`/api/cases/${caseId}/forms/submit`)).body;
  expect([form.initial.version, form.draft]).toEqual(['2', '通知']);
  await done('inspector1', caseId, 'submit', { version: '2' });
  const pages = await as('head1').send<DraftPages>('POST', `/api/cases/${caseId}/drafts/review`, {
    form: {},
  });
  expect([pages.status, pages.body.name, pages.body.pages.length > 0]).toEqual([200, '通知', true]);
  await done('head1', caseId, 'review', { decision: 'pass' });
  expect((await list('leader1', '?view=sign')).items.map((line) => line.caseId)).toContain(caseId);
  await done('leader1', caseId, 'sign', { decision: 'sign' });
  const notice = await rendered(caseId);
  expect(notice).toMatchObject({
    number: expect.stringMatching(/^京医管发〔2026〕\d+号$/),
    title: '关于做好值守工作的通知',
  });
  expect((await as('youyi.liaison').get(`/api/notices/${notice.id}`)).status).toBe(404);
  await done('archivist1', caseId, 'note-seal', seal);
  const handed = [{ unit: '市卫生健康委', on: '2026-11-23', how: '机要交换' }];
  await done('inspector1', caseId, 'send', { handed });
  expect((await readBy('youyi.liaison', notice.id)).to).toMatchObject([{ orgId: org('youyi') }]);
  expect((await as('youyi.liaison').get(`/api/cases/${caseId}`)).status).toBe(404);
  expect((await as('chaoyang.liaison').get(`/api/notices/${notice.id}`)).status).toBe(404);
  const { items } = (await as('youyi.liaison').get<Page<MessageView>>('/api/messages')).body;
  expect(items.map(({ params }) => params.noticeId)).toContain(notice.id);
  await as('youyi.liaison').get(`/api/notices/${notice.id}/svg`);
  expect(await bodyOf(caseId)).toMatchObject({
    receivers: [{ orgId: org('youyi'), openedAt: expect.any(String) }],
    ...{ outside: handed, seal: { copies: 3 }, signedBy: '赵启明' },
  });
  await done('archivist1', caseId, 'archive');
  const [line] = (await list('head1', `?view=issued&q=${encodeURIComponent(notice.number ?? '')}`)).items;
  expect(line).toMatchObject({
    caseId,
    stageLabel: '已归档',
    noticeNumber: notice.number,
    drafter: '李明远',
  });
});

test('a draft is its drafter’s: a colleague reads it and changes nothing, by no route', async () => {
  const { caseId } = (await draft('inspector1')).body;
  await save('inspector1', caseId, 0);
  const read = (await as('inspector2').get<DispatchText>(`/api/dispatches/${caseId}/text`)).body;
  expect([read.version, read.mayEdit]).toEqual([1, false]);
  const tried = await save('inspector2', caseId, 1, { ...written, title: '别的' });
  expect(tried.status).toBe(403);
  expect((await save('head1', caseId, 1, { title: '别的' })).status).toBe(403);
  expect((await as('youyi.liaison').get(`/api/dispatches/${caseId}/text`)).status).toBe(403);
  const { body } = await as('inspector1').get<{ lines: unknown[] }>(`/api/cases/${caseId}/records`);
  expect(body.lines).toEqual([]);
  await done('inspector1', caseId, 'submit', { version: 1 });
  const late = await save('inspector1', caseId, 1, { ...written, title: '再改' });
  expect([late.status, late.body.type]).toEqual([409, 'stage']);
});

test('a version that is not the last one is refused, whether it is saved on or handed in', async () => {
  const { caseId } = (await draft('inspector1')).body;
  await save('inspector1', caseId, 0);
  await save('inspector1', caseId, 1, { ...written, title: '第二版' });
  const stale = await save('inspector1', caseId, 1, { ...written, title: '另一个窗口' });
  expect([stale.status, stale.body.type]).toEqual([409, 'stale']);
  expect((await act('inspector1', caseId, 'submit', { version: 1 })).body.type).toBe('stale');
  expect((await save('inspector1', caseId, 1, { ...written, title: '第二版' })).body.version).toBe(2);
  expect((await view('inspector1', caseId)).title).toBe('通知：第二版');
  expect((await save('inspector1', caseId, 2, { ...written, number: '1号' })).status).toBe(422);
  expect((await save('inspector1', caseId, 2, { to: ['不是单位'] })).status).toBe(422);
});

test('what was returned shows its marks to the drafter, and the next version goes through review again', async () => {
  const { caseId } = (await draft('inspector1', { paper: 'circular', title: '检查情况' })).body;
  const { contact: _, ...text } = written;
  await save('inspector1', caseId, 0, text);
  await done('inspector1', caseId, 'submit', { version: 1 });
  expect((await act('head1', caseId, 'review', { decision: 'return' })).status).toBe(422);
  await done('head1', caseId, 'review', { decision: 'pass' });
  expect((await act('leader1', caseId, 'sign', { decision: 'sign' })).status).toBe(409);
  const marks = [{ place: '第一部分', text: '点名单位请再核实' }];
  await done('legal1', caseId, 'legal-review', { decision: 'return', marks });
  const seen = (await as('inspector1').get<DispatchText>(`/api/dispatches/${caseId}/text`)).body;
  expect(seen).toMatchObject({
    mayEdit: true,
    opinions: [{ label: '法制审核', by: '方正平', returned: true, marks }, {}],
  });
  await save('inspector1', caseId, 1, { ...text, title: '检查情况（改）' });
  await done('inspector1', caseId, 'submit', { version: 2 });
  expect((await view('inspector1', caseId)).stageLabel).toBe('待审核');
  expect((await bodyOf(caseId)).versions.map(({ handedIn }) => handedIn)).toEqual([true, true]);
});

test('a void paper keeps its number, says who declared it void and why, and its receivers are told', async () => {
  const { caseId, notice } = await sent();
  await readBy('youyi.liaison', notice.id);
  await done('inspector1', caseId, 'ask-void', { reason: '附件清单有误' });
  expect((await act('head1', caseId, 'decide-void', { decision: 'approve' })).status).toBe(403);
  await done('leader2', caseId, 'decide-void', { decision: 'approve' });
  expect(await readBy('youyi.liaison', notice.id)).toMatchObject({
    number: notice.number,
    voided: { by: '孙慧兰', reason: '附件清单有误' },
  });
  const { items } = (await as('youyi.liaison').get<Page<MessageView>>('/api/messages')).body;
  expect(items.filter(({ code }) => code === 'notice-voided').map(({ params }) => params.noticeId)).toEqual([
    notice.id,
  ]);
  expect((await list('inspector1', '?view=voided')).items.map((line) => line.caseId)).toEqual([caseId]);
  const again = await rendered(await issued());
  expect(again.number).not.toBe(notice.number);
  expect((await draft('inspector1', { noticeId: notice.id, how: 'replace' })).status).toBe(422);
});

test('a paper that replaces another says so in its text; the old one says so once the new one is issued', async () => {
  const { notice } = await sent();
  const caseId = await issued({ noticeId: notice.id, how: 'replace' });
  const later = await rendered(caseId);
  expect(JSON.stringify(await documentOf(later.id))).toContain(
    `《关于做好值守工作的通知》（${notice.number}）停止执行`,
  );
  expect((await as('inspector1').get<NoticeLine>(`/api/notices/${notice.id}`)).body.replacedBy).toEqual({
    ...{ how: '替代', number: later.number, title: '关于做好值守工作的通知' },
  });
  expect((await draft('inspector1', { noticeId: notice.id })).status).toBe(422);
});

test('a paper upward names the chief leader as its signer', async () => {
  const { caseId } = (await draft('inspector1', { paper: 'instruction-request', title: '调整切换时间' }))
    .body;
  const { to: _to, outside: _outside, ...text } = written;
  await save('inspector1', caseId, 0, { ...text, addressee: '市卫生健康委' });
  await done('inspector1', caseId, 'submit', { version: 1 });
  await done('head1', caseId, 'review', { decision: 'pass' });
  expect((await act('leader1', caseId, 'sign', { decision: 'sign' })).status).toBe(403);
  await done('chief1', caseId, 'sign', { decision: 'sign' });
  const notice = await rendered(caseId);
  expect((await documentOf(notice.id))?.frame.signers).toEqual(['郑怀远']);
});

test('the text as it was saved last is read in Word by the bureau alone', async () => {
  const { caseId } = (await draft('inspector1')).body;
  await save('inspector1', caseId, 0);
  const word = await as('head1').get<string>(`/api/dispatches/${caseId}/text/docx`);
  expect(word.headers['content-disposition']).toContain(encodeURIComponent('（草稿）.docx'));
  expect(word.body.startsWith('PK')).toBe(true);
  expect((await as('youyi.liaison').get(`/api/dispatches/${caseId}/text/docx`)).status).toBe(403);
});
