import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActReceipt, CaseView } from '#contracts/case';
import type { CommitmentBody, CommitmentPage } from '#contracts/commitment';
import type { CheckLine, ChecklistItem, ChecklistView, OnSiteCheckBody } from '#contracts/on-site-check';
import type { Problem } from '#contracts/problem';
import type { TimelineView } from '#contracts/timeline';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { until } from '#tests/harness/poll';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let as: (login: string) => Browser;
const logins = [
  'inspector1',
  'inspector2',
  'inspector3',
  'head2',
  'youyi.liaison',
  'chaoyang.liaison',
  'archivist1',
];
beforeAll(async () => {
  api = await runningApi();
  await api.startWorker();
  as = await api.people(logins);
}, 120_000);
afterAll(() => api?.stop());
const person = (login: string) => demoId('person', login);
const form = {
  ...{ purpose: '退费流程', place: '门诊楼一层', visitedId: demoId('org', 'youyi'), on: '2026-11-23' },
  ...{ checkers: [person('inspector1'), person('inspector2')], groups: ['order'] },
};
const arrange = (by: string, more: object = {}) =>
  as(by).send<ActReceipt & Problem>('POST', '/api/on-site-checks', {
    ...{ actId: newId(), form: { ...form, ...more } },
  });
const act = (by: string, caseId: string, action: string, filled: object = {}) =>
  as(by).send('POST', `/api/cases/${caseId}/acts`, { actId: newId(), action, form: filled });
const fill = (by: string, caseId: string, item: string, body: object) =>
  as(by).send<ChecklistItem & Problem>('POST', `/api/cases/${caseId}/findings/${item}`, {
    files: [],
    ...body,
  });
const bodyOf = async (by: string, caseId: string) =>
  (await as(by).get<CaseView>(`/api/cases/${caseId}`)).body.body as OnSiteCheckBody;
const items = ['order.guide', 'order.windows', 'order.emergency'];
const filled = async (caseId: string) => {
  await fill('inspector1', caseId, 'order.guide', { version: 0, result: 'fail', note: '咨询台无人值守' });
  for (const item of items.slice(1)) await fill('inspector2', caseId, item, { version: 0, result: 'pass' });
};

test('two fill in, one hands in, the other confirms, the visited signs, the file is closed', async () => {
  const { caseId } = (await arrange('inspector1')).body;
  await filled(caseId);
  expect((await act('inspector1', caseId, 'hand-in', { summary: '一项不合格' })).status).toBe(200);
  const own = await act('inspector1', caseId, 'confirm', { decision: 'confirm' });
  expect([own.status, own.body.detail]).toEqual([409, expect.stringContaining('另一名检查人员')]);
  const draft = await bodyOf('youyi.liaison', caseId);
  expect([draft.shown, draft.summary, JSON.stringify(draft)]).toEqual([
    false,
    null,
    expect.not.stringContaining('无人值守'),
  ]);
  const before = (await as('youyi.liaison').get<TimelineView>(`/api/cases/${caseId}/timeline`)).body;
  expect(JSON.stringify(before)).not.toContain('一项不合格');
  expect((await act('inspector2', caseId, 'confirm', { decision: 'confirm' })).status).toBe(200);
  expect(await bodyOf('youyi.liaison', caseId)).toMatchObject({
    ...{ shown: true, summary: '一项不合格', counts: { pass: 2, fail: 1, na: 0, open: 0 } },
  });
  expect((await act('chaoyang.liaison', caseId, 'sign', { agreed: true })).status).toBe(404);
  expect((await act('youyi.liaison', caseId, 'sign', { agreed: true })).status).toBe(200);
  expect((await act('archivist1', caseId, 'file', { volume: '核查-1' })).status).toBe(200);
  expect(await bodyOf('inspector1', caseId)).toMatchObject({ signedLabel: '被查单位已签字' });
});

test('a finding that fails opens a commitment with its words, which tells the check when it is struck off', async () => {
  const { caseId } = (await arrange('inspector1')).body;
  await filled(caseId);
  await act('inspector1', caseId, 'hand-in', { summary: '一项不合格' });
  await act('inspector2', caseId, 'confirm', { decision: 'confirm' });
  const words = { what: '咨询台全天有人', measure: '排班到人', limit: 'half-month', item: 'order.guide' };
  expect((await act('inspector1', caseId, 'open-commitment', words)).status).toBe(200);
  const opened = await until(async () => {
    const { body } = await as('youyi.liaison').get<CommitmentPage>('/api/commitments?source=on-site-check');
    return body.items[0];
  });
  expect(opened.title).toBe('咨询台全天有人（首都医科大学附属北京友谊医院）');
  const commitment = (await as('youyi.liaison').get<CaseView>(`/api/cases/${opened.caseId}`)).body;
  expect(commitment.body as CommitmentBody).toMatchObject({
    ...{ what: words.what, measure: '排班到人', evidence: null },
    source: {
      caseId,
      kindLabel: '现场核查',
      item: '导医、分诊、咨询台在岗，标识清楚',
      itemId: 'order.guide',
    },
  });
  await act('youyi.liaison', opened.caseId, 'sign-for');
  await act('youyi.liaison', opened.caseId, 'report-done', { report: '已排班' });
  await act('inspector1', opened.caseId, 'review', { decision: 'accept' });
  await act('head2', opened.caseId, 'strike-off', { decision: 'strike' });
  const [line] = (await bodyOf('inspector1', caseId)).commitments;
  expect(line).toMatchObject({ line: { caseId: opened.caseId, stageLabel: '已销号' } });
  await until(async () => {
    const { body } = await as('inspector1').get<TimelineView>(`/api/cases/${caseId}/timeline`);
    return body.find(({ action }) => action === 'commitment-ended');
  });
});

test('an item is another version of what was read; the same content again changes nothing; others only read', async () => {
  const { caseId } = (await arrange('inspector1')).body;
  const pass = { version: 0, result: 'pass' };
  expect((await fill('inspector1', caseId, 'order.guide', pass)).body).toMatchObject({
    version: 1,
    result: 'pass',
  });
  // The answer was lost, the browser sends it once more.
  expect((await fill('inspector1', caseId, 'order.guide', pass)).body).toMatchObject({ version: 1 });
  const late = await fill('inspector2', caseId, 'order.guide', { version: 0, result: 'na' });
  expect([late.status, late.body.type]).toEqual([409, 'stale']);
  expect((await fill('inspector2', caseId, 'order.guide', { version: 1, result: 'fail' })).status).toBe(400);
  const noted = { version: 1, result: 'fail', note: '无人' };
  expect((await fill('inspector2', caseId, 'order.guide', noted)).body).toMatchObject({
    version: 2,
    note: '无人',
  });
  expect((await fill('inspector3', caseId, 'order.guide', { version: 2, result: 'na' })).status).toBe(403);
  expect((await fill('youyi.liaison', caseId, 'order.guide', { version: 2, result: 'na' })).status).toBe(403);
  expect((await fill('inspector1', caseId, 'none', pass)).status).toBe(404);
  const photo = { version: 2, result: 'fail', note: '无人', files: [newId()] };
  expect((await fill('inspector1', caseId, 'order.guide', photo)).status).toBe(400);
  const seen = (await as('youyi.liaison').get<ChecklistView>(`/api/cases/${caseId}/checklist`)).body;
  expect([seen.mayFill, seen.groups[0]?.items.every(({ result }) => result === null)]).toEqual([false, true]);
  expect((await act('inspector1', caseId, 'hand-in', { summary: '略' })).body.detail).toMatch(
    '还有2项没有填写',
  );
});

test('what was handed in stays as it was, and is filled in anew only after the other returned it', async () => {
  const { caseId } = (await arrange('inspector1')).body;
  await filled(caseId);
  await act('inspector1', caseId, 'hand-in', { summary: '略' });
  const change = { version: 1, result: 'pass' };
  expect((await fill('inspector1', caseId, 'order.guide', change)).status).toBe(409);
  await act('inspector2', caseId, 'confirm', { decision: 'return', note: '有出入' });
  expect((await fill('inspector1', caseId, 'order.guide', change)).body).toMatchObject({ version: 2 });
  const rows = await api.orm.em.fork().execute<{ version: number; frozen: boolean }[]>(
    `select version, frozen_by is not null frozen from record where case_id = ? and body ->> 'item' = 'order.guide'
        order by version`,
    [caseId],
  );
  expect(rows.map(({ frozen }) => frozen)).toEqual([true, false]);
});

test('people with a declared relation to the visited are refused: when named, when arranging, and later', async () => {
  const em = api.orm.em.fork();
  const { caseId } = (await arrange('inspector1', { checkers: [person('inspector1'), person('inspector3')] }))
    .body;
  await em.execute(
    `insert into relation (id, person_id, org_id, sort, from_day, declared_by_id, declared_at)
     values (?, ?, ?, 'kin', '2026-01-01', ?, ?)`,
    [newId(), ...[person('inspector3'), demoId('org', 'youyi'), person('inspector3')], api.clock.now()],
  );
  expect(
    (await arrange('inspector1', { checkers: [person('inspector1'), person('inspector3')] })).body,
  ).toMatchObject({
    type: 'conflict',
    detail: expect.stringContaining('回避关系') as unknown as string,
  });
  expect((await arrange('inspector3')).body.type).toBe('conflict');
  expect((await fill('inspector3', caseId, 'order.guide', { version: 0, result: 'pass' })).status).toBe(403);
  expect((await act('inspector3', caseId, 'hand-in', { summary: '略' })).body.type).toBe('conflict');
});

test('a checker sees his own checks with what is filled in; what cannot be arranged is said beside its field', async () => {
  const { caseId } = (await arrange('inspector2', { on: '2026-11-25', purpose: '三日后的核查' })).body;
  const mine = (await as('inspector2').get<CheckLine[]>('/api/on-site-checks?list=mine')).body;
  expect(mine.find((line) => line.caseId === caseId)).toMatchObject({
    ...{ mine: true, filled: 0, total: 3, on: '2026-11-25', place: '门诊楼一层' },
  });
  const others = (await as('inspector3').get<CheckLine[]>('/api/on-site-checks?list=mine')).body;
  expect(others.some((line) => line.caseId === caseId)).toBe(false);
  expect((await as('chaoyang.liaison').get<CheckLine[]>('/api/on-site-checks')).body).toEqual([]);
  const fault = async (more: object) => (await arrange('inspector1', more)).body.errors?.[0]?.field;
  expect(await fault({ checkers: [person('inspector1')] })).toBe('checkers');
  expect(await fault({ checkers: [person('inspector1'), person('youyi.liaison')] })).toBe('checkers');
  expect(await fault({ visitedId: demoId('org', 'caizheng') })).toBe('visitedId');
  expect(await fault({ on: '2026-11-20' })).toBe('on');
  expect(await fault({ groups: [] })).toBe('groups');
});
