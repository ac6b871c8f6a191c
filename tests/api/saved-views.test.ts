import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Created } from '#contracts/page';
import type { SavedView } from '#contracts/saved-view';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

let api: RunningApi;
let me: Browser;
beforeAll(async () => {
  api = await runningApi();
  me = await api.as('inspector1');
});
afterAll(() => api.stop());

const list = async (browser: Browser, page = 'cases') =>
  (await browser.get<{ items: SavedView[] }>(`/api/saved-views?page=${page}`)).body.items;
const save = (browser: Browser, name: string, query = 'late=overdue', page = 'cases') =>
  browser.send<Created>('POST', '/api/saved-views', { page, name, query });

test('filters are kept under a name for one list, in one order, and renamed and removed by whoever kept them', async () => {
  const { status, body } = await save(me, '逾期的', 'status=all&late=overdue');
  expect(status).toBe(201);
  expect(await list(me)).toEqual([{ id: body.id, name: '逾期的', query: 'late=overdue&status=all' }]);
  expect(await list(me, 'ledger')).toEqual([]);
  const address = `/api/saved-views/${body.id}`;
  expect((await me.send('PATCH', address, { name: '全部逾期' })).status).toBe(204);
  expect((await list(me)).map(({ name }) => name)).toEqual(['全部逾期']);
  expect((await me.send('DELETE', address)).status).toBe(204);
  expect((await me.send('DELETE', address)).status).toBe(204);
  expect((await me.send('PATCH', address, { name: '又一个' })).status).toBe(404);
  expect(await list(me)).toEqual([]);
});

test('nobody sees, renames or removes those of somebody else', async () => {
  const { body } = await save(me, '我自己的');
  const other = await api.as('inspector2');
  expect(await list(other)).toEqual([]);
  expect((await other.send('PATCH', `/api/saved-views/${body.id}`, { name: '抢来的' })).status).toBe(404);
  expect((await other.send('DELETE', `/api/saved-views/${body.id}`)).status).toBe(404);
  expect((await save(other, '我自己的')).status).toBe(201);
  expect((await list(me)).map(({ name }) => name)).toContain('我自己的');
});

test('a name stands once in a list; renaming to one that stands is refused, a removed one is free again', async () => {
  const [first, second] = [await save(me, '重名一'), await save(me, '重名二')];
  const again = await save(me, '重名一');
  expect(again).toMatchObject({
    status: 409,
    body: { detail: '已有名为“重名一”的常用筛选，请换一个名称。' },
  });
  const renamed = await me.send('PATCH', `/api/saved-views/${second.body.id}`, { name: '重名一' });
  expect(renamed.status).toBe(409);
  expect((await save(me, '重名一', 'late=soon', 'ledger')).status).toBe(201);
  await me.send('DELETE', `/api/saved-views/${first.body.id}`);
  expect((await save(me, '重名一')).status).toBe(201);
});

test.each([
  ['no filter at all', { page: 'cases', name: '空', query: '' }],
  ['another address', { page: 'cases', name: '址', query: 'https://evil.example/?a=1' }],
  ['an unknown list', { page: 'people', name: '表', query: 'q=1' }],
  ['no name', { page: 'cases', name: ' ', query: 'q=1' }],
  ['a name that is too long', { page: 'cases', name: '长'.repeat(21), query: 'q=1' }],
])('%s is refused and nothing is kept', async (_, body) => {
  const before = (await list(me)).length;
  expect((await me.send('POST', '/api/saved-views', body)).status).toBe(400);
  expect(await list(me)).toHaveLength(before);
});

test('twenty are enough, also when two are kept at the same moment', async () => {
  const head = await api.as('head1');
  for (let turn = 1; turn <= 19; turn++) expect((await save(head, `筛选${turn}`)).status).toBe(201);
  const both = await Promise.all([save(head, '二十'), save(head, '二十一')]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await list(head)).toHaveLength(20);
});
