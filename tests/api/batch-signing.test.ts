import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BulkDone, BulkOffers } from '#contracts/bulk';
import type { TodoLine } from '#contracts/case';
import type { DeskView } from '#contracts/desk';
import type { DraftPages } from '#contracts/notice';
import type { Page } from '#contracts/page';
import { dispatching, org, text, type Dispatching } from './dispatching.ts';

let office: Dispatching;
beforeAll(async () => {
  office = await dispatching(['inspector1', 'head1', 'leader1', 'youyi.liaison']);
}, 120_000);
afterAll(() => office.stop());

async function waiting(title: string): Promise<string> {
  const caseId = await office.drafted(text(title, { to: [org('youyi'), org('tongren')] }));
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  return caseId;
}
const draft = async (caseId: string) =>
  (await office.as('leader1').send<DraftPages>('POST', `/api/cases/${caseId}/drafts/sign`, { form: {} }))
    .body;
const item = async (caseId: string, more: object = {}) => ({
  ...{ caseId, actId: randomUUID(), form: { decision: 'sign' } },
  ...{ paper: (await draft(caseId)).hash, read: 'shown', ...more },
});
const sign = async (items: object[]) =>
  (await office.as('leader1').send<BulkDone>('POST', '/api/bulk-acts', { action: 'sign', items })).body.items;
const said = (items: BulkDone['items']) =>
  items.map(({ receipt, refused }) => (receipt ? 'done' : refused?.code));
const numbersOf = async (caseId: string) => (await office.made(caseId)).map(({ number }) => number);

test('papers that were shown are signed in one go, each by itself; sent again nothing is signed twice', async () => {
  const [one, other] = [await waiting('做好防汛'), await waiting('做好防火')];
  const items = [await item(one), await item(other)];
  expect(said(await sign(items.slice(0, 1)))).toEqual(['done']);
  // The page was closed in between: all of them are sent once more.
  expect(said(await sign(items))).toEqual(['done', 'done']);
  const numbers = [...(await numbersOf(one)), ...(await numbersOf(other))];
  expect(new Set(numbers).size).toBe(2);
  expect(said(await sign(items))).toEqual(['done', 'done']);
  expect([...(await numbersOf(one)), ...(await numbersOf(other))]).toEqual(numbers);
});

test('what was not shown, or reads differently by now, is not signed', async () => {
  const caseId = await waiting('做好值守');
  const refused = [
    await item(caseId, { paper: undefined }),
    await item(caseId, { read: undefined }),
    await item(caseId, { paper: 'a'.repeat(64) }),
    await item(caseId, { form: { decision: 'return', note: '退' } }),
  ];
  expect(said(await sign(refused))).toEqual(['unread', 'unread', 'paper-changed', 'unfit']);
  expect((await office.view('leader1', caseId)).stageLabel).toBe('待签发');
});

test('who declares papers read without opening them is named in the log, with the paper', async () => {
  const caseId = await waiting('做好保障');
  const declared = await item(caseId, { read: 'declared' });
  expect(said(await sign([declared]))).toEqual(['done']);
  const rows = await office.api.orm.em
    .fork()
    .execute<{ data: object }[]>(
      `select data from log_entry where kind = 'declared-read' and subject_id = ?`,
      [caseId],
    );
  expect(rows.map(({ data }) => data)).toEqual([
    { action: 'sign', actId: declared.actId, paper: declared.paper },
  ]);
});

test('only papers of the same signature are offered together, never a campaign', async () => {
  const [one, other] = [
    await waiting('做好救治'),
    await office.drafted(text('做好转诊', { to: [org('youyi')] })),
  ];
  const todos = [
    { caseId: one, key: 'sign/1' },
    { caseId: other, key: 'review/1' },
  ];
  const offered = async (by: string) => {
    const body = { todos, papers: true };
    const { actions } = (await office.as(by).send<BulkOffers>('POST', '/api/bulk-acts/offers', body)).body;
    return actions.map(({ action, items }) => [action, items.map(({ caseId, form }) => [caseId, form])]);
  };
  expect(await offered('leader1')).toEqual([['sign', [[one, { decision: 'sign' }]]]]);
  expect(await offered('head1')).toEqual([['review', [[other, { decision: 'pass' }]]]]);
  expect(await offered('youyi.liaison')).toEqual([]);
});

test('the desk counts and lists the papers that wait for its owner, with their name, receivers, pages and day', async () => {
  const caseId = await waiting('做好演练');
  const lines = async (by: string, papers: string) =>
    (await office.as(by).get<Page<TodoLine>>(`/api/todos?papers=${papers}`)).body.items;
  const line = (await lines('leader1', 'sign')).find((one) => one.caseId === caseId);
  expect(line).toMatchObject({
    stepLabel: '签发文书',
    due: expect.any(String),
    paper: {
      name: '通知',
      forWhom: expect.stringMatching(/友谊医院等2家$/u),
      pages: (await draft(caseId)).pages.length,
    },
  });
  expect((await lines('head1', 'sign')).map((one) => one.caseId)).not.toContain(caseId);
  const { counts } = (await office.as('leader1').get<DeskView>('/api/desk')).body;
  expect(counts.sign).toBe((await lines('leader1', 'sign')).length);
  expect((await office.as('leader1').get('/api/todos?papers=other')).status).toBe(400);
});
