import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActFormView } from '#contracts/case';
import type { MessageView } from '#contracts/message';
import type { Page } from '#contracts/page';
import type { PairListLine, PairListView } from '#contracts/pair-list';
import { newId } from '#db/id';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { checking, form, org, problems } from './checking.ts';
import type { Check } from './checking.ts';

let api: RunningApi;
let inspector: Browser;
let check: Check;
beforeAll(async () => {
  api = await runningApi();
  inspector = await api.as('inspector1');
  ({ check } = checking(inspector));
});
afterAll(() => api.stop());

test('the launch form comes with the six work areas and a term of a year', async () => {
  const { status, body } = await inspector.get<ActFormView>('/api/forms/campaign');
  expect(status).toBe(200);
  expect(body.initial).toMatchObject({ areas: coreAreas, from: '2026-11-23', to: '2027-11-22' });
  expect(Object.keys(body.schema.properties as object)).toEqual(
    expect.arrayContaining(['title', 'launchOn', 'areas']),
  );
});

test('the annex as it stands in the document gives 17 pairs, and tells who will get what by when', async () => {
  const { status, body } = await check(annexText);
  expect(status).toBe(200);
  expect(body.rows).toHaveLength(17);
  expect([body.faults, body.problemCount, body.campaignId]).toEqual([[], 0, null]);
  expect(body.rows[0]).toMatchObject({ pilot: { orgId: org('youyi') }, assisted: { orgId: org('xuanwu') } });
  expect(body.rows[16]).toMatchObject({
    pilot: { orgId: org('tongren') },
    assisted: { orgId: org('eryansuo') },
  });
  const { preview } = body;
  expect([preview.pairs, preview.pilots, preview.assisted]).toEqual([17, 5, 17]);
  expect(preview.notice).toMatch(/关于建立医药分开综合改革“手拉手”帮带工作机制的通知$/);
  expect(preview.receivers).toHaveLength(22);
  expect(preview.receivers[0]).toEqual({
    ...{ orgId: org('youyi'), name: '首都医科大学附属北京友谊医院', as: '试点医院', pairs: 4 },
    liaisons: [expect.stringMatching(/晓梅$/)],
  });
  expect(preview.firstDue).toMatchObject({
    due: '2026-11-30',
    sentence: expect.stringContaining('次日起算，5个工作日'),
  });
  expect(preview.milestones.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['中期检查', '结对期满']),
  );
  expect(preview.warnings).toEqual([expect.stringContaining('2027年的放假安排尚未公布')]);
  const again = await inspector.get<PairListView>(`/api/pair-lists/${body.id}`);
  expect(again.body).toEqual(body);
});

test('each row says what is wrong with it, and nothing else happens', async () => {
  const { body } = await check(
    [
      '试点医院\t帮带医院',
      '友谊医院\t宣武医院',
      '友谊医院\t宣武医院',
      '友谊医院\t友谊医院',
      '朝阳医院\t北京宣武医院',
      '北京天谭医院\t北京安定医院',
      '同仁医院\t医改处',
      '地坛医院\t友谊医院',
      '宣武医院\t地坛医院',
    ].join('\n'),
  );
  expect(problems(body)).toEqual([
    '2 assisted assisted-twice',
    '2 row cycle',
    '3 row duplicate',
    '3 assisted assisted-twice',
    '3 row cycle',
    '4 row self-pair',
    '5 assisted assisted-twice',
    '6 pilot unknown-hospital',
    '7 assisted unknown-hospital',
    '8 row cycle',
    '9 row cycle',
  ]);
  const unknown = body.rows.find(({ row }) => row === 6)?.problems[0];
  expect(unknown?.suggestions[0]).toEqual({ orgId: org('tiantan'), name: '首都医科大学附属北京天坛医院' });
  expect(unknown?.sentence).toMatch(/“北京天谭医院”不在机构名册中。请改为/);
  expect(body.preview.pairs).toBe(0);
  const cases = await api.orm.em.fork().execute<unknown[]>('select 1 from case_file');
  expect(cases).toEqual([]);
});

test('several helpers are no problem where the campaign allows them', async () => {
  const text = '友谊医院\t宣武医院\n朝阳医院\t宣武医院';
  expect((await check(text)).body.problemCount).toBe(2);
  expect((await check(text, { allowSeveralHelpers: true })).body.problemCount).toBe(0);
});

test('a pairing that stands in an overlapping term is found, one that has ended is not', async () => {
  const em = api.orm.em.fork();
  const open = (number: string, state: object) =>
    em.execute(
      `insert into case_file (id, kind, procedure, number, title, stage, seq, state, opened_at, changed_at)
       values (?, 'pairing', 1, ?, '', 'doing', 1, ?::jsonb, '2026-01-01Z', '2026-01-01Z')`,
      [newId(), number, JSON.stringify(state)],
    );
  const pair = { pilotId: org('jishuitan'), assistedId: org('anzhen'), from: '2026-01-01', to: '2026-12-31' };
  await open('一', pair);
  await open('二', { ...pair, assistedId: org('fuchan'), end: 'replaced' });
  const text = '天坛医院\t安贞医院\n积水潭医院\t安贞医院\n天坛医院\t北京妇产医院';
  const { body } = await check(text, { allowSeveralHelpers: false });
  expect(problems(body)).toEqual([
    '1 assisted assisted-twice',
    '1 assisted assisted-twice',
    '2 row already-paired',
    '2 assisted assisted-twice',
  ]);
  expect(
    (await check('积水潭医院\t安贞医院', { from: '2027-01-01', launchOn: '2027-01-04' })).body.problemCount,
  ).toBe(0);
  await em.execute(`delete from case_file where number in ('一', '二')`);
});

test('a hospital that a person chooses stands for what was written, whose text stays', async () => {
  const { id } = (await check('友谊医院\t老年病医院')).body;
  const match = (body: object) => inspector.send<PairListView>('POST', `/api/pair-lists/${id}/match`, body);
  const { body } = await match({ row: 1, side: 'assisted', orgId: org('laonian') });
  expect(body.rows[0]).toMatchObject({
    assistedText: '老年病医院',
    assisted: { orgId: org('laonian'), byHand: true },
    problems: [],
  });
  const self = await match({ row: 1, side: 'assisted', orgId: org('youyi') });
  expect(problems(self.body)).toEqual(['1 row self-pair']);
  expect((await match({ row: 9, side: 'pilot', orgId: org('youyi') })).status).toBe(404);
  expect((await match({ row: 1, side: 'pilot', orgId: org('reform') })).status).toBe(400);
  expect((await match({ row: 1, side: 'pilot', orgId: newId() })).status).toBe(400);
});

test('several pairs in one line are counted apart', async () => {
  const { body } = await check('友谊医院：宣武医院、北京儿童医院\n朝阳医院：胸科医院');
  expect(body.rows.map(({ row, line }) => [row, line])).toEqual([
    [1, 1],
    [2, 1],
    [3, 2],
  ]);
});

test('an unknown hospital is sent to the system administrators once', async () => {
  const { id } = (await check('友谊医院\t燕山仁爱医院\n朝阳医院\t燕山仁爱医院')).body;
  const report = (row: number, side: string) =>
    inspector.send('POST', `/api/pair-lists/${id}/report-unknown`, { row, side });
  expect([(await report(1, 'assisted')).status, (await report(2, 'assisted')).status]).toEqual([204, 204]);
  expect((await report(1, 'pilot')).status).toBe(409);
  const { body } = await (await api.as('sysadmin1')).get<Page<MessageView>>('/api/messages');
  expect(body.items.filter(({ code }) => code === 'unknown-hospital').map(({ params }) => params)).toEqual([
    { text: '燕山仁爱医院', by: '李明远' },
  ]);
});

test('what changed in the register is seen when the list is opened again', async () => {
  const { id } = (await check('友谊医院\t京郊试验医院')).body;
  const system = await api.as('sysadmin1');
  await system.send('POST', '/api/orgs', { kind: 'hospital', parentId: org('bureau'), name: '京郊试验医院' });
  const { body } = await inspector.get<PairListView>(`/api/pair-lists/${id}`);
  expect(body.problemCount).toBe(0);
  expect(body.preview.warnings.join()).toMatch(
    /没有能登录的医院联络员.*京郊试验医院.*没有能登录的医院主要负责人/,
  );
});

test('lists are for inspectors; each finds his own recent ones', async () => {
  for (const login of ['leader1', 'youyi.liaison', 'sysadmin1', 'head1']) {
    const other = await api.as(login);
    expect((await other.send('POST', '/api/pair-lists', { form, pasted: annexText })).status).toBe(403);
    expect((await other.get('/api/pair-lists/template.xlsx')).status).toBe(403);
  }
  const mine = await inspector.get<{ items: PairListLine[] }>('/api/pair-lists');
  expect(mine.body.items.length).toBeGreaterThan(5);
  expect(mine.body.items[0]).toMatchObject({
    title: form.title,
    source: '粘贴的名单',
    rowCount: 1,
    problemCount: 1,
  });
  const others = await (await api.as('inspector2')).get<{ items: PairListLine[] }>('/api/pair-lists');
  expect(others.body.items).toEqual([]);
});
