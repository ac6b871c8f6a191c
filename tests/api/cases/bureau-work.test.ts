import { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import type { NoticeLine } from '#contracts/notice';
import type { NoticePages } from '#contracts/notice';
import type { BoardView, PairingBody } from '#contracts/pairing';
import type { RecordLine, RecordsView } from '#contracts/record';
import { finishNotice } from '#db/commands/finish-notice';
import { demoId } from '#db/seed/demo';
import { createFolderStore } from '#files/store';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { playCase } from '#tests/harness/play-case';
import type { PlayedAct } from '#tests/harness/play-case';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { playPair, terms, toDoing } from './sample-pair.ts';

let api: RunningApi;
let inspector: Browser;
let assisted: Browser;
let stranger: Browser;
const campaignId = randomUUID();
let pair: string;
beforeAll(async () => {
  api = await runningApi();
  inspector = await api.as('inspector1');
  assisted = await api.as('xuanwu.liaison');
  stranger = await api.as('jishuitan.liaison');
  const campaign = {
    memberKind: 'pairing',
    ...terms,
    areas: coreAreas,
    listId: randomUUID(),
    rows: 2,
    title: '手拉手',
  };
  await playCase(api.orm, 'campaign', campaignId, [
    ['2026-11-20', 'inspector1', 'open', campaign],
    ['2026-11-20', 'leader1', 'sign', { decision: 'sign' }],
    ['2026-11-20', 'system', 'members-opened', { opened: 2 }],
  ]);
  const [item, sourceCase, on] = ['midterm', randomUUID(), '2026-11-23'];
  const checkers = ['inspector1', 'inspector2'].map((login) => demoId('person', login));
  const order = { purpose: '中期检查', visited: 'assisted', place: '门诊楼', on, checkers };
  const scores = coreAreas.map((area) => `${area}:88`).join(',');
  // As the check brings it.
  const result = { item, sourceCase, on, scores, persons: checkers.join(',') };
  const inspected: PlayedAct[] = [
    [on, 'inspector1', 'inspect-midterm', order],
    [on, 'system', 'check-ended', result],
  ];
  pair = await playPair(
    api.orm,
    'youyi',
    'xuanwu',
    [
      ...toDoing('youyi', 'xuanwu'),
      [
        '2026-11-23',
        'xuanwu.liaison',
        'report-item',
        { itemId: '1', status: 'done', report: '已完成', files: [] },
      ],
      ...inspected,
    ],
    { campaignId },
  );
  await playPair(api.orm, 'chaoyang', 'tiantan', [], { campaignId });
});
afterAll(() => api.stop());

const boardOf = (browser: Browser) => browser.get<BoardView>(`/api/campaigns/${campaignId}/board`);

test('the board shows every pair by stage and work area', async () => {
  const { body } = await boardOf(inspector);
  expect(body.pairs.map((one) => one.stage)).toEqual(['doing', 'confirming']);
  expect(body.pairs[0]?.areas.medical).toEqual({ done: 1, total: 5, late: 0 });
  expect(body.pairs[0]).toMatchObject({
    weekly: 'normal',
    waitingFor: '分管领导 审批中期检查通报',
    lateness: 'soon',
  });
  expect(body.totals).toEqual({ pairs: 2, late: 0, problems: 0, ended: 0 });
  expect(body.campaign).toMatchObject({ rows: 2, opened: 2, title: '手拉手' });
});

test('a hospital’s board has its own pairs only, and counts no others', async () => {
  const { body } = await boardOf(assisted);
  expect(body.pairs.map((one) => one.caseId)).toEqual([pair]);
  expect([body.campaign.rows, body.totals.pairs]).toEqual([1, 1]);
  expect((await boardOf(stranger)).status).toBe(404);
});

test('scores are shown to the hospitals only after the leader approved them', async () => {
  const seen = async (browser: Browser) =>
    ((await browser.get<CaseView>(`/api/cases/${pair}`)).body.body as PairingBody).inspections;
  expect((await seen(inspector))[0]?.scores[0]?.score).toBe(88);
  expect(await seen(assisted)).toEqual([]);
  await playCase(api.orm, 'pairing', pair, [
    ['2026-11-23', 'leader1', 'approve-midterm', { decision: 'approve' }],
  ]);
  expect((await seen(assisted))[0]?.scores[0]?.score).toBe(88);
});

const record = {
  sort: 'visit',
  on: '2026-11-20',
  area: 'medical',
  place: '门诊楼',
  text: '现场走访门诊',
  files: [],
};
const path = (rest = '') => `/api/cases/${pair}/records${rest}`;

test('both hospitals and inspectors keep records; all see them, nobody else does', async () => {
  const pilot = await api.as('youyi.clerk');
  const added = await pilot.send<RecordLine>('POST', path(), record);
  expect(added.body).toMatchObject({
    version: 1,
    sortLabel: '走访',
    areaLabel: '医疗工作',
    mayChange: true,
    withdrawn: null,
  });
  const { mayAdd, lines } = (await assisted.get<RecordsView>(path())).body;
  expect([mayAdd, lines.map((one) => [one.id, one.mayChange])]).toEqual([true, [[added.body.id, false]]]);
  expect((await stranger.get(path())).status).toBe(404);
  expect((await stranger.send('POST', path(), record)).status).toBe(404);
  const leader = await api.as('leader1');
  expect((await leader.get<RecordsView>(path())).body.mayAdd).toBe(false);
  expect((await leader.send('POST', path(), record)).status).toBe(403);
});

test('whoever writes for the organisation changes its records, nobody else does; earlier versions stay readable', async () => {
  const { id } = (await assisted.send<RecordLine>('POST', path(), record)).body;
  const second = { ...record, version: 1, text: '改正' };
  expect((await inspector.send('POST', path(`/${id}`), second)).status).toBe(403);
  const colleague = await api.as('xuanwu.clerk');
  const changed = await colleague.send<RecordLine>('POST', path(`/${id}`), second);
  expect(changed.body).toMatchObject({ version: 2, text: '改正', mayChange: true });
  expect(changed.body.first?.by).not.toBe(changed.body.by);
  const { body } = await inspector.get<RecordLine[]>(path(`/${id}/versions`));
  expect(body.map((one) => [one.version, one.text])).toEqual([
    [2, '改正'],
    [1, '现场走访门诊'],
  ]);
  expect((await stranger.get(path(`/${id}/versions`))).status).toBe(404);
});

test('a change is another version of what was read; a withdrawn record stays, with who and why', async () => {
  const { id } = (await assisted.send<RecordLine>('POST', path(), record)).body;
  const changed = await assisted.send<RecordLine>('POST', path(`/${id}`), {
    ...record,
    version: 1,
    text: '改正',
  });
  expect(changed.body).toMatchObject({ version: 2, text: '改正' });
  expect((await assisted.send('POST', path(`/${id}`), { ...record, version: 1 })).status).toBe(409);
  const withdraw = (by: Browser, version: number) =>
    by.send('POST', path(`/${id}/withdraw`), { version, why: '重复登记' });
  expect((await assisted.send('POST', path(`/${id}/withdraw`), { version: 2, why: ' ' })).status).toBe(400);
  expect((await inspector.send('POST', path(`/${id}/withdraw`), { version: 2, why: '不对' })).status).toBe(
    403,
  );
  expect((await withdraw(assisted, 1)).status).toBe(409);
  expect((await withdraw(assisted, 2)).status).toBe(204);
  expect((await withdraw(assisted, 3)).status).toBe(409);
  const told = (await inspector.get<RecordsView>(path())).body.lines.find((one) => one.id === id);
  expect(told).toMatchObject({
    version: 3,
    text: '改正',
    withdrawn: { why: '重复登记' },
    mayChange: false,
  });
});

test.each([
  ['a day to come', { on: '2026-11-24' }],
  ['no day at all', { on: 'gestern' }],
  ['blank words', { text: '  ' }],
  ['what the database can’t hold', { text: 'a\u0000b' }],
  ['a file of nobody', { files: ['01a00000-0000-7000-8000-000000000000'] }],
])('a record with %s is refused', async (_, wrong) => {
  expect((await assisted.send('POST', path(), { ...record, ...wrong })).status).toBe(400);
});

const document = {
  frame: { layout: 'official', status: 'draft', addressees: [], annexes: [], date: '2026-11-23', copies: [] },
  blocks: [],
};

test('a paper is read by its receivers once its bytes exist; the first opening is its proof of delivery', async () => {
  const of = async (browser: Browser) => (await browser.get<CaseView>(`/api/cases/${pair}`)).body.notices;
  const bulletin = (await of(inspector)).find((one) => one.code === 'inspection-bulletin') as NoticeLine;
  expect(bulletin.status).toBe('rendering');
  expect((await inspector.get(`/api/notices/${bulletin.id}/pdf`)).status).toBe(409);
  const store = createFolderStore(`${api.dataDir}/files`);
  const { sha256 } = await store.put(Readable.from(['%PDF-1.7']), { maxBytes: 100 });
  const to = ['youyi', 'xuanwu'].map((key) => demoId('org', key));
  const finished = {
    noticeId: bulletin.id,
    document: document as never,
    sha256,
    pages: 1,
    at: api.clock.now(),
    to,
  };
  await finishNotice(api.orm.em.fork(), finished);

  expect((await stranger.get(`/api/notices/${bulletin.id}`)).status).toBe(404);
  expect((await stranger.get(`/api/notices/${bulletin.id}/pdf`)).status).toBe(404);
  const pdf = await assisted.get<string>(`/api/notices/${bulletin.id}/pdf`);
  expect([pdf.status, pdf.headers['content-type'], pdf.body]).toEqual([200, 'application/pdf', '%PDF-1.7']);
  const [line] = (await of(inspector)).filter((one) => one.id === bulletin.id);
  expect(line?.to.map((one) => one.openedAt !== null)).toEqual([false, true]);
  expect((await of(assisted)).find((one) => one.id === bulletin.id)?.to).toHaveLength(1);
});

test('the pages of a paper come as SVG', async () => {
  const [bulletin] = (await assisted.get<CaseView>(`/api/cases/${pair}`)).body.notices.filter(
    (one) => one.status === 'issued',
  );
  const { status, body } = await assisted.get<NoticePages>(`/api/notices/${bulletin?.id}/svg`);
  expect(status).toBe(200);
  expect(body.pages[0]).toMatch(/^<svg/);
});
