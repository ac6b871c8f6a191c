import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActReceipt, CaseView } from '#contracts/case';
import type { PairListView } from '#contracts/pair-list';
import { forgetUnreferenced } from '#db/commands/files';
import { holdForLaunch } from '#db/commands/pair-lists-launch';
import { newId } from '#db/id';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { checking, form, org, problems, uploaded } from './checking.ts';
import type { Check } from './checking.ts';

let api: RunningApi;
let inspector: Browser;
let check: Check;
beforeAll(async () => {
  api = await runningApi();
  inspector = await api.as('inspector1');
  ({ check } = checking(inspector));
  await api.startWorker();
}, 120_000);
afterAll(() => api?.stop());

const launch = (by: Browser, id: string, actId = newId()) =>
  by.send<ActReceipt>('POST', `/api/pair-lists/${id}/launch`, { actId });

test('a list with problems is not launched', async () => {
  const { id } = (await check('友谊医院\t无此医院')).body;
  const { status, body } = await inspector.send('POST', `/api/pair-lists/${id}/launch`, { actId: newId() });
  expect([status, body.type, body.detail]).toEqual([
    409,
    'problems',
    '名单还有 1 处问题，请逐处改正后再发起。',
  ]);
  expect((await launch(inspector, newId())).status).toBe(404);
});

test('facts that changed since the dry run are seen at the launch', async () => {
  const { id } = (await check('友谊医院\t宣武医院')).body;
  const em = api.orm.em.fork();
  await em.execute(`update org set disabled_on = '2026-11-01' where id = ?`, [org('xuanwu')]);
  expect((await inspector.send('POST', `/api/pair-lists/${id}/launch`, { actId: newId() })).body.type).toBe(
    'problems',
  );
  await em.execute('update org set disabled_on = null where id = ?', [org('xuanwu')]);
});

test('a list whose case has not answered yet stands still and shows no campaign; it can be launched again', async () => {
  const { id } = (await check('友谊医院\t宣武医院', { from: '2030-01-01', to: '2030-12-31' })).body;
  await holdForLaunch(api.orm.em.fork(), api.clock, id, newId());
  const held = await inspector.get<PairListView>(`/api/pair-lists/${id}`);
  expect(held.body).toMatchObject({ campaignId: null, problemCount: 0 });
  const match = { row: 1, side: 'assisted', orgId: org('ertong') };
  expect((await inspector.send('POST', `/api/pair-lists/${id}/match`, match)).body.type).toBe('launched');
});

test('launching twice, by anyone and at once, opens one case and gives one receipt', async () => {
  const { id } = (await check(annexText)).body;
  const second = await api.as('inspector2');
  const actId = newId();
  const [first, same, other] = await Promise.all([
    launch(inspector, id, actId),
    launch(inspector, id, actId),
    launch(second, id),
  ]);
  expect(first?.status).toBe(200);
  expect(first?.body).toMatchObject({ seq: 1, stage: 'signing', stageLabel: '待签发' });
  expect(same?.body).toEqual(first?.body);
  expect(other?.body).toEqual(first?.body);
  expect((await launch(inspector, id)).body).toEqual(first?.body);
  const campaignId = first?.body.caseId ?? '';
  const { body } = await inspector.get<CaseView>(`/api/cases/${campaignId}`);
  expect(body).toMatchObject({ kind: 'campaign', stage: 'signing', title: '医药分开综合改革“手拉手”帮带' });
  const cases = await api.orm.em
    .fork()
    .execute<{ rows: number }[]>(`select state->'rows' as rows from case_file`);
  expect(cases).toEqual([{ rows: 17 }]);
});

test('a launched list shows its campaign and can not be changed', async () => {
  const { items } = (
    await inspector.get<{ items: { id: string; campaignId: string | null }[] }>('/api/pair-lists')
  ).body;
  const { id = '', campaignId } = items.find((one) => one.campaignId !== null) ?? {};
  const { body } = await inspector.get<PairListView>(`/api/pair-lists/${id}`);
  expect([body.campaignId, body.rows.length, body.problemCount]).toEqual([campaignId, 17, 0]);
  expect([body.preview.pairs, body.preview.firstDue]).toEqual([17, null]);
  const match = { row: body.rows[0]?.row, side: 'assisted', orgId: org('ertong') };
  const answer = await inspector.send('POST', `/api/pair-lists/${id}/match`, match);
  expect([answer.status, answer.body.type]).toEqual([409, 'launched']);
});

test('pairs of a campaign that waits for its signature stand already', async () => {
  const { body } = await check('友谊医院\t宣武医院\n朝阳医院\t北京儿童医院');
  expect(problems(body)).toEqual(['1 row already-paired', '2 assisted assisted-twice']);
});

test('the file that a list came from stays, and the campaign shows it to the bureau', async () => {
  const csv = Buffer.from('\ufeff试点医院,序号,帮带医院\n北京友谊医院,1,宣武医院\n');
  const [fileId, other] = [
    await uploaded(api, inspector, '名单.csv', csv),
    await uploaded(api, inspector, '别的.csv', csv),
  ];
  const term = { from: '2031-01-01', to: '2031-12-31' };
  const list = { form: { ...form, ...term }, fileId };
  const { id } = (await inspector.send<PairListView>('POST', '/api/pair-lists', list)).body;
  expect(await forgetUnreferenced(api.orm.em.fork(), '2999-01-01T00:00:00.000Z')).toBe(1);
  expect((await inspector.get(`/api/files/${other}`)).status).toBe(404);

  const receipt = (await launch(inspector, id)).body;
  const leader = await api.as('leader1');
  const { files } = (await leader.get<CaseView>(`/api/cases/${receipt.caseId}`)).body;
  expect(files.map((file) => [file.id, file.name, file.action])).toEqual([[fileId, '名单.csv', '立项']]);
  expect((await leader.get(`/api/files/${fileId}`)).status).toBe(200);
  expect((await (await api.as('youyi.liaison')).get(`/api/files/${fileId}`)).status).toBe(404);
});
