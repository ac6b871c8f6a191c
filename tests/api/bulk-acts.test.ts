import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { BulkDone, BulkOffers } from '#contracts/bulk';
import { Post } from '#db/entities/post';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { addDays } from '#domain/day';
import type { Browser } from './running-api.ts';
import { playPair, toDoing } from './cases/sample-pair.ts';
import { workingOffice } from './working-office.ts';
import type { WorkingOffice } from './working-office.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let api: WorkingOffice;
beforeAll(async () => void (api = await workingOffice()));
afterAll(() => api?.stop());

interface Item {
  caseId: string;
  actId: string;
  form: Record<string, unknown>;
}
const item = (caseId: string, form: Record<string, unknown>): Item => ({ caseId, actId: randomUUID(), form });

async function bulk(by: Browser, action: string, items: Item[]) {
  await api.tick();
  // Time passes while they are done, so that what was urged a moment ago lies in the past.
  const passing = setInterval(() => api.clock.advanceHours(1 / 3600), 10);
  const { status, body } = await by
    .send<BulkDone>('POST', '/api/bulk-acts', { action, items })
    .finally(() => clearInterval(passing));
  expect(status).toBe(200);
  expect(body.items.map(({ actId }) => actId)).toEqual(items.map(({ actId }) => actId));
  return body.items;
}
const said = (items: BulkDone['items']) =>
  items.map(({ receipt, refused }) => (receipt ? 'done' : refused?.code));
const pilot = { todos: ['confirm/pilot'] };

test('each of many acts is done or refused by itself, and sent again it is answered alike', async () => {
  const [first, second] = [
    await playPair(api.orm, 'youyi', 'xuanwu'),
    await playPair(api.orm, 'youyi', 'anzhen'),
  ];
  const inspector = await api.as('inspector1');
  // Both are owed by the same office: what is urged in one go counts as once.
  const items = [
    item(first, pilot),
    item(second, pilot),
    item(randomUUID(), pilot),
    item(first, { todos: ['confirm/nobody'] }),
    item(second, {}),
  ];
  const wanted = ['done', 'done', 'not-found', 'unknown-todo', 'form'];
  const results = await bulk(inspector, 'urge', items);
  expect(said(results)).toEqual(wanted);
  for (const { refused } of results.slice(2)) expect(refused?.detail).toMatch(/。$/);
  expect(await bulk(inspector, 'urge', items)).toEqual(results);
  const later = [item(first, pilot), item(second, pilot)];
  expect(said(await bulk(inspector, 'urge', later))).toEqual(['urged', 'urged']);
});

test('a bulk that broke off and is sent again goes on as the same bulk', async () => {
  const [one, other] = [
    await playPair(api.orm, 'tiantan', 'xuanwu'),
    await playPair(api.orm, 'tiantan', 'anzhen'),
  ];
  const inspector = await api.as('inspector1');
  const items = [item(one, pilot), item(other, pilot)];
  expect(said(await bulk(inspector, 'urge', items.slice(0, 1)))).toEqual(['done']);
  expect(said(await bulk(inspector, 'urge', items))).toEqual(['done', 'done']);
});

test('two inspectors who urge one holder in two cases at the same moment urge him once', async () => {
  const cases = [await playPair(api.orm, 'ertong', 'xuanwu'), await playPair(api.orm, 'ertong', 'anzhen')];
  await api.tick();
  const urging = async (login: string, caseId: string | undefined) => {
    const by = await api.as(login);
    const act = { actId: randomUUID(), action: 'urge', form: pilot };
    return (await by.send('POST', `/api/cases/${caseId}/acts`, act)).status;
  };
  const asked = [urging('inspector1', cases[0]), urging('inspector2', cases[1])];
  expect((await Promise.all(asked)).sort()).toEqual([200, 409]);
});

test('whoever may not do an act by itself may not do it among many', async () => {
  const own = await playPair(api.orm, 'youyi', 'xuanwu');
  const foreign = await playPair(api.orm, 'ertong', 'anzhen');
  const liaison = await api.as('youyi.liaison');
  const results = await bulk(liaison, 'urge', [item(own, pilot), item(foreign, pilot)]);
  expect(said(results)).toEqual(['office', 'not-found']);
  const answer = await liaison.send('POST', '/api/bulk-acts', { action: 'confirm', items: [item(own, {})] });
  expect(answer.status).toBe(404);
  const many = Array.from({ length: 201 }, () => item(own, pilot));
  const refused = await liaison.send('POST', '/api/bulk-acts', { action: 'urge', items: many });
  expect([refused.status, refused.body.errors?.[0]?.detail]).toEqual([
    400,
    '一次最多办理200项，请分批办理。',
  ]);
  const selection = { todos: [{ caseId: own, key: 'confirm/pilot' }], caseIds: [foreign] };
  const { body } = await liaison.send<BulkOffers>('POST', '/api/bulk-acts/offers', selection);
  expect(body.actions.map(({ action, items }) => [action, items.length])).toEqual([['hand-over', 1]]);
});

test('nobody approves his own application among many, and offers leave it out', async () => {
  const em = api.orm.em.fork();
  const [personId, orgId] = [demoId('person', 'inspector1'), demoId('org', 'reform')];
  const post = { id: newId(), personId, orgId, role: 'section-head' as const, from: '2020-01-01' };
  await em.insert(Post, { ...post, createdAt: api.clock.now() });
  const [mine, hers] = [
    await playPair(api.orm, 'youyi', 'xuanwu', toDoing('youyi', 'xuanwu')),
    await playPair(api.orm, 'youyi', 'anzhen', toDoing('youyi', 'anzhen')),
  ];
  const asks = async (login: string, caseId: string) => {
    const browser = await api.as(login);
    const [todo] = await em.execute<{ key: string; due: string }[]>(
      `select key, due::text from todo where case_id = ? and step = 'inspect-midterm'`,
      [caseId],
    );
    const form = { todo: todo?.key, until: addDays(todo?.due ?? '', 7), reason: '医院装修' };
    const path = `/api/cases/${caseId}/acts`;
    const answer = await browser.send('POST', path, {
      actId: randomUUID(),
      action: 'request-extension',
      form,
    });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  };
  await asks('inspector1', mine);
  await asks('inspector2', hers);
  const approve = { request: '1', decision: 'approve' };
  const asHead = await api.as('inspector1');
  const items = [item(mine, approve), item(hers, approve)];
  const { body } = await asHead.send<BulkOffers>('POST', '/api/bulk-acts/offers', { caseIds: [mine, hers] });
  const offer = body.actions.find(({ action }) => action === 'decide-extension');
  expect(offer?.items.map(({ caseId, form }) => [caseId, form])).toEqual([[hers, { request: '1' }]]);
  expect(offer?.left.map(({ caseId }) => caseId)).toContain(mine);
  expect(Object.keys(offer?.schema.properties ?? {})).toEqual(['decision', 'note']);
  expect(said(await bulk(asHead, 'decide-extension', items))).toEqual(['own', 'done']);
  // An approval is handed over by whoever holds its office, not by anybody of the bureau.
  const away = { todo: 'decide-extension/1', personId: demoId('person', 'head2'), reason: '请代审' };
  expect(said(await bulk(await api.as('inspector3'), 'hand-over', [item(mine, away)]))).toEqual(['owner']);
  const byOther = await bulk(await api.as('head1'), 'decide-extension', [item(mine, approve)]);
  expect(said(byOther)).toEqual(['done']);
});

test('two hundred of one holder are urged in one go', async () => {
  const cases: string[] = [];
  for (let n = 0; n < 200; n += 1) cases.push(await playPair(api.orm, 'chaoyang', 'xuanwu'));
  const inspector = await api.as('inspector2');
  const { body } = await inspector.send<BulkOffers>('POST', '/api/bulk-acts/offers', { caseIds: cases });
  const urge = body.actions.find(({ action }) => action === 'urge');
  expect(urge?.items).toHaveLength(200);
  expect([...(urge?.items[0]?.form.todos as string[])].sort()).toEqual(['confirm/assisted', 'confirm/pilot']);
  const start = performance.now();
  const results = await bulk(
    inspector,
    'urge',
    cases.map((caseId) => item(caseId, pilot)),
  );
  expect(new Set(said(results))).toEqual(new Set(['done']));
  expect(performance.now() - start).toBeLessThan(90_000);
});
