import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OrgDetail, OrgView } from '#contracts/org';
import type { Created, Page } from '#contracts/page';
import { orgsByName } from '#db/queries/org-by-name';
import { demoId } from '#db/seed/demo';
import { demoHospitals } from '#db/seed/demo-hospitals';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let system: Browser;
beforeAll(async () => {
  api = await runningApi();
  system = await api.as('sysadmin1');
});
afterAll(() => api.stop());

const bureau = demoId('org', 'bureau');
const create = (name: string, more = {}) =>
  system.send<Created>('POST', '/api/orgs', { kind: 'hospital', parentId: bureau, name, ...more });
const detail = async (id: string) => (await system.get<OrgDetail>(`/api/orgs/${id}`)).body;
const act = (id: string, what: string, body: object) => system.send('POST', `/api/orgs/${id}/${what}`, body);

test('paging by key shows every organisation once', async () => {
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Page<OrgView> = (
      await system.get<Page<OrgView>>(`/api/orgs?kind=hospital&limit=5&after=${after}`)
    ).body;
    seen.push(...page.items.map((org) => org.id));
    after = page.next;
  }
  expect(seen).toEqual(demoHospitals.map(({ key }) => demoId('org', key)));
});

test('a hospital finds itself and the bureau, no other hospital', async () => {
  const { body } = await (await api.as('youyi.liaison')).get<Page<OrgView>>('/api/orgs?limit=200');
  const hospitals = body.items.filter((org) => org.kind === 'hospital');
  expect(hospitals.map((org) => org.id)).toEqual([demoId('org', 'youyi')]);
  expect(body.items.some((org) => org.kind === 'department')).toBe(false);
});

test('search takes what is typed as text', async () => {
  const found = async (q: string) =>
    (await system.get<Page<OrgView>>(`/api/orgs?q=${encodeURIComponent(q)}`)).body.items.map(
      (org) => org.name,
    );
  expect(await found('儿研所')).toEqual(['首都儿科研究所附属儿童医院']);
  expect(await found('%')).toEqual([]);
});

test('a new name keeps the old one as a former name, and both are recognised', async () => {
  const id = (await create('北京试点医院', { aliases: ['试点医院'] })).body.id;
  expect((await act(id, 'rename', { version: 1, name: '北京示范医院', on: '2026-11-01' })).status).toBe(204);
  expect((await detail(id)).names.map(({ name, sort, until }) => [name, sort, until])).toEqual(
    expect.arrayContaining([
      ['北京示范医院', 'official', null],
      ['北京试点医院', 'former', '2026-11-01'],
      ['试点医院', 'alias', null],
    ]),
  );
  const found = await orgsByName(api.orm.em.fork(), [
    '北京试点 医院',
    '北京示范医院',
    '试点医院',
    '无此医院',
  ]);
  expect([...found].map(([name, org]) => [name, org.id])).toEqual([
    ['北京试点 医院', id],
    ['北京示范医院', id],
    ['试点医院', id],
  ]);
});

test('a name that is taken says by whom', async () => {
  const answer = await create('友谊医院');
  expect(answer).toMatchObject({
    status: 409,
    body: {
      type: 'name-taken',
      errors: [{ field: 'name' }],
      detail: expect.stringContaining('北京友谊医院'),
    },
  });
});

test('two people who change the same row: the second is told', async () => {
  const id = (await create('北京并发医院')).body.id;
  const both = await Promise.all(
    [1, 2].map(() => act(id, 'rename', { version: 1, name: '北京并行医院', on: '2026-11-01' })),
  );
  expect(both.map((answer) => answer.status).sort()).toEqual([204, 409]);
});

test('nothing is moved below itself, and everything stands where it belongs', async () => {
  const id = (await create('北京总院')).body.id;
  const below = (await create('北京总院东院区', { parentId: id })).body.id;
  expect((await act(id, 'move', { version: 1, parentId: below })).body.detail).toMatch('不能移到自身');
  expect((await act(id, 'move', { version: 1, parentId: demoId('org', 'reform') })).status).toBe(400);
  expect((await act(below, 'move', { version: 1, parentId: bureau })).status).toBe(204);
});

test('a merged hospital leads to what it was merged into', async () => {
  const [from, into] = [(await create('北京旧医院')).body.id, (await create('北京新医院')).body.id];
  const child = (await create('北京旧医院分院', { parentId: from })).body.id;
  expect((await act(from, 'merge', { version: 1, intoId: child })).status).toBe(400);
  expect((await act(from, 'merge', { version: 1, intoId: into })).status).toBe(204);
  expect(await detail(from)).toMatchObject({ disabledOn: '2026-11-23', mergedIntoId: into });
  expect((await detail(child)).parentId).toBe(into);
  expect((await orgsByName(api.orm.em.fork(), ['北京旧医院'])).get('北京旧医院')?.id).toBe(into);
  expect((await act(from, 'enable', { version: 2 })).status).toBe(409);
});

test('an organisation is disabled only when nothing below it is in use, and comes back', async () => {
  const id = (await create('北京停用医院')).body.id;
  const child = (await create('北京停用医院分院', { parentId: id })).body.id;
  expect((await act(id, 'disable', { version: 1 })).body.detail).toMatch('1 个下级机构');
  expect((await act(child, 'disable', { version: 1 })).status).toBe(204);
  expect((await act(id, 'disable', { version: 1 })).status).toBe(204);
  expect((await act(id, 'enable', { version: 2 })).status).toBe(204);
  expect((await act(demoId('org', 'information'), 'disable', { version: 1 })).status).toBe(409);
});

test('there is one bureau', async () => {
  expect((await create('另一个局', { kind: 'bureau', parentId: null })).status).toBe(409);
});
