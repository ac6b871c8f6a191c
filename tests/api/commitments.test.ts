import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActFormView, ActReceipt, CaseView } from '#contracts/case';
import type { CommitmentBody, CommitmentPage } from '#contracts/commitment';
import type { Problem } from '#contracts/problem';
import type { TimelineView } from '#contracts/timeline';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let as: (login: string) => Browser;
beforeAll(async () => {
  api = await runningApi();
  await api.startWorker();
  const logins = [
    'inspector1',
    'inspector2',
    'head1',
    'leader1',
    'youyi.liaison',
    'caizheng1',
    'chaoyang.liaison',
  ];
  as = await api.people(logins);
}, 120_000);
afterAll(() => api?.stop());
const org = (key: string) => demoId('org', key);
const form = {
  what: '门诊退费一次办结，“不往返”',
  measure: '增设一站式退费窗口',
  owner: org('youyi'),
  helpers: [org('caizheng')],
  limit: 'month',
  evidence: '窗口照片',
};
const issue = (by: string, more: object = {}, actId = newId(), sourceCaseId?: string) =>
  as(by).send<ActReceipt & Problem>('POST', '/api/commitments', {
    actId,
    form: { ...form, ...more },
    ...(sourceCaseId ? { sourceCaseId } : {}),
  });
const act = (by: string, caseId: string, action: string, filled: object = {}) =>
  as(by).send('POST', `/api/cases/${caseId}/acts`, { actId: newId(), action, form: filled });
const ledger = async (by: string, query = '') =>
  (await as(by).get<CommitmentPage>(`/api/commitments${query}`)).body;
const lineOf = async (by: string, caseId: string, query = '') =>
  (await ledger(by, query)).items.find((line) => line.caseId === caseId);

test('a commitment goes from its issue to striking off, and each of its readers sees how it stands', async () => {
  const { status, body } = await issue('inspector1');
  expect([status, body.stageLabel]).toEqual([200, '待签收']);
  const { caseId } = body;
  expect((await act('youyi.liaison', caseId, 'sign-for')).status).toBe(200);
  expect((await act('youyi.liaison', caseId, 'report-done', { report: '完成' })).body.detail).toMatch(
    '协办单位',
  );
  expect((await act('caizheng1', caseId, 'helper-done', { report: '已拨付' })).status).toBe(200);
  expect((await act('youyi.liaison', caseId, 'report-done', { report: '完成' })).body.detail).toMatch(
    '佐证材料',
  );
  await act('youyi.liaison', caseId, 'report-progress', { progress: 60, report: '窗口已建成' });
  expect(await lineOf('youyi.liaison', caseId)).toMatchObject({
    ...{ progress: 60, stageLabel: '办理中', lateness: 'normal', due: '2026-12-23' },
    last: { label: '报告进展' },
  });
  expect(await lineOf('chaoyang.liaison', caseId)).toBeUndefined();
  const view = (await as('caizheng1').get<CaseView>(`/api/cases/${caseId}`)).body;
  expect(view.title).toBe('门诊退费一次办结，“不往返”（首都医科大学附属北京友谊医院）');
  expect(view.body as CommitmentBody).toMatchObject({
    ...{ what: form.what, measure: form.measure, evidence: '窗口照片', source: null },
    helpers: [{ status: 'done', statusLabel: '已办结' }],
  });
  expect((view.body as CommitmentBody).history.map(({ label }) => label)).toEqual([
    ...['下达', '签收', '完成协办部分', '报告进展'],
  ]);
  expect((await as('chaoyang.liaison').get(`/api/cases/${caseId}`)).status).toBe(404);
  const timeline = (await as('inspector1').get<TimelineView>(`/api/cases/${caseId}/timeline`)).body;
  expect(JSON.stringify(timeline[0]?.answers)).toContain('首都医科大学附属北京友谊医院');
});

test('the one who reviewed does not strike off; another inspector does, and nobody acts after it', async () => {
  const { caseId } = (await issue('inspector1', { helpers: [], evidence: undefined })).body;
  await act('youyi.liaison', caseId, 'sign-for');
  await act('youyi.liaison', caseId, 'report-done', { report: '完成' });
  expect((await act('youyi.liaison', caseId, 'review', { decision: 'accept' })).status).toBe(403);
  const back = await act('inspector1', caseId, 'review', { decision: 'return' });
  expect([back.status, back.body.errors?.map(({ field }) => field)]).toEqual([422, ['due', 'reason']]);
  expect((await act('inspector1', caseId, 'review', { decision: 'accept' })).status).toBe(200);
  const own = await act('inspector1', caseId, 'strike-off', { decision: 'strike' });
  expect([own.status, own.body.type]).toEqual([409, 'own']);
  expect((await act('inspector2', caseId, 'strike-off', { decision: 'strike' })).status).toBe(200);
  expect(await lineOf('inspector1', caseId, '?colour=done')).toMatchObject({ stageLabel: '已销号' });
  expect((await act('head1', caseId, 'propose-waiver', { reason: '无' })).status).toBe(409);
});

test('the same act sent twice issues one commitment; another content under its id is refused', async () => {
  const actId = newId();
  const [one, other] = await Promise.all([issue('head1', {}, actId), issue('head1', {}, actId)]);
  expect(one.body.caseId).toBe(other.body.caseId);
  expect((await issue('head1', { what: '别的事项' }, actId)).status).toBe(409);
});

test('a commitment names the case that it comes from, and filters find it by what they say', async () => {
  const first = (await issue('inspector1', { what: '来源事项' })).body.caseId;
  const { caseId } = (
    await issue('inspector1', { what: '由来有据', limit: 'day', due: '2026-11-25' }, newId(), first)
  ).body;
  const body = (await as('youyi.liaison').get<CaseView>(`/api/cases/${caseId}`)).body.body as CommitmentBody;
  expect(body.source).toMatchObject({ caseId: first, kindLabel: '台账事项' });
  const found = async (query: string) => (await lineOf('inspector1', caseId, query)) !== undefined;
  expect(await found(`?source=commitment&ownerId=${org('youyi')}&colour=soon`)).toBe(true);
  expect(await found('?q=由来有据&dueFrom=2026-11-25&dueTo=2026-11-25')).toBe(true);
  expect(await found('?source=none')).toBe(false);
  expect(await found('?colour=overdue')).toBe(false);
  expect(await found(`?ownerId=${org('chaoyang')}`)).toBe(false);
});

test('counts by colour keep to the other filters, and pages follow one another without a gap', async () => {
  const { counts } = await ledger('inspector1', '?colour=soon&limit=1');
  const all: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: CommitmentPage = await ledger('inspector1', `?limit=2${next ? `&after=${next}` : ''}`);
    all.push(...page.items.map(({ caseId }) => caseId));
    ({ next } = page);
  }
  expect(new Set(all).size).toBe(all.length);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
  expect(counts.soon).toBeGreaterThan(0);
});

test('what cannot be issued is said beside its field, and opens nothing', async () => {
  const before = (await ledger('inspector1')).items.length;
  const faults = async (more: object) => (await issue('inspector1', more)).body.errors?.[0]?.field;
  expect(await faults({ limit: 'day' })).toBe('due');
  expect(await faults({ limit: 'day', due: '2026-11-20' })).toBe('due');
  expect(await faults({ owner: org('bureau') })).toBe('owner');
  expect(await faults({ helpers: [org('youyi')] })).toBe('helpers');
  expect(await faults({ holder: demoId('person', 'chaoyang.liaison') })).toBe('holder');
  expect((await issue('leader1')).status).toBe(403);
  expect((await issue('inspector1', {}, newId(), newId())).status).toBe(404);
  expect((await ledger('inspector1')).items.length).toBe(before);
});

test('who has a declared relation to the owner does not issue; a person who is named alone has it on his desk', async () => {
  const em = api.orm.em.fork();
  await em.execute(
    `insert into relation (id, person_id, org_id, sort, from_day, declared_by_id, declared_at)
     values (?, ?, ?, 'kin', '2026-01-01', ?, ?)`,
    [
      newId(),
      ...[demoId('person', 'inspector2'), org('youyi'), demoId('person', 'inspector2')],
      api.clock.now(),
    ],
  );
  expect((await issue('inspector2')).body.type).toBe('conflict');
  const { caseId } = (await issue('inspector1', { holder: demoId('person', 'youyi.principal') })).body;
  const todos = async (login: string) =>
    (await (await api.as(login)).get<CaseView>(`/api/cases/${caseId}`)).body.todos.map(({ mine }) => mine);
  expect([await todos('youyi.principal'), await todos('youyi.liaison')]).toEqual([[true], [false]]);
});

test('the form names whom one may choose; exports are what the ledger shows, and stand in the log', async () => {
  const view = (await as('inspector1').get<ActFormView>('/api/forms/commitment')).body;
  expect(view.options.owner?.some(({ value }) => value === org('youyi'))).toBe(true);
  expect(view.consequences[0]).toContain('1个工作日');
  const csv = await as('youyi.liaison').get<string>(`/api/commitments.csv?q=由来有据`);
  expect(String(csv.body).split('\r\n')).toHaveLength(3);
  expect(csv.body).toContain('由来有据');
  const foreign = await as('chaoyang.liaison').get<string>(`/api/commitments.csv`);
  expect(String(foreign.body).split('\r\n')).toHaveLength(2);
  expect((await as('inspector1').get('/api/commitments.xlsx')).status).toBe(200);
  const log = await (await api.as('auditor1')).get('/api/log?kind=exported&limit=5');
  expect(JSON.stringify(log.body)).toContain('导出台账');
});
