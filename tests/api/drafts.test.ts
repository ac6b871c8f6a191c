import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Drafts } from '#contracts/draft';
import type { Created } from '#contracts/page';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

let api: RunningApi;
let system: Browser;
let security: Browser;
let head: Browser;
let leader: Browser;

beforeAll(async () => {
  api = await runningApi();
  api.clock.set('2026-11-23T01:00:00.000Z');
  [system, security] = [await api.as('sysadmin1'), await api.as('secadmin1')];
  [head, leader] = [await api.as('head1'), await api.as('leader1')];
});
afterAll(() => api.stop());

const act = (id: string, name: string) => `/api/drafts/${id}/${name}`;
const basis = { does: 'append', from: '2026-12-01', ground: '京卫办〔2026〕9号第三条', mark: 'law' } as const;
const rung = { ...basis, ladder: 'default', offsetWorkingDays: 20, whom: 'chief-leader' };
const contents = {
  calendar: { text: '一、元旦：1月1日（周五）至3日（周日）放假，共3天。', year: 2027 },
  rules: { table: 'rung', rows: [rung] },
  wording: {
    ...{ code: 'circular', from: '2026-12-01', reason: '改用本局的说法' },
    lines: [
      { kind: 'title', text: '关于【标题】的通报' },
      { kind: 'paragraph', text: '【开头】' },
    ],
  },
};
const sorts = ['calendar', 'rules', 'wording'] as const;
type Sort = (typeof sorts)[number];
/** Who proposes and who decides; the names of both. */
const partiesOf = (sort: Sort): [Browser, Browser, string, string] =>
  sort === 'wording' ? [head, leader, '陈国栋', '赵启明'] : [system, security, '蒋志强', '沈月华'];

async function drawn(sort: Sort): Promise<string> {
  const [proposer] = partiesOf(sort);
  const answer = await proposer.send<Created>('POST', `/api/${sort}/drafts`, contents[sort]);
  expect(answer.status).toBe(201);
  return answer.body.id;
}
/** What this draft waits for from whoever asks; undefined where it does not stand among his. */
const asked = async (by: Browser, id: string) =>
  (await by.get<Drafts>('/api/drafts')).body.items.find((one) => one.id === id)?.asks;

test.each(sorts)(
  'a draft of %s stands on the desk of him who may decide it, of its proposer when it was returned, then of nobody',
  async (sort) => {
    const [proposer, decider, proposedBy, decidedBy] = partiesOf(sort);
    const id = await drawn(sort);
    expect([await asked(proposer, id), await asked(decider, id)]).toEqual([null, undefined]);
    await proposer.send('POST', act(id, 'hand-in'), { version: 1 });
    expect([await asked(proposer, id), await asked(decider, id)]).toEqual([null, 'decide']);
    await decider.send('POST', act(id, 'return'), { version: 2, reason: '请写明文号' });
    expect([await asked(proposer, id), await asked(decider, id)]).toEqual(['mend', null]);
    const line = (await proposer.get<Drafts>(`/api/drafts?sort=${sort}`)).body.items[0];
    expect(line).toMatchObject({ id, sort, reason: '请写明文号', decidedBy, proposedBy });
    await proposer.send('POST', act(id, 'hand-in'), { version: 3 });
    expect([await asked(proposer, id), await asked(decider, id)]).toEqual([null, 'decide']);
    expect((await proposer.send('POST', act(id, 'withdraw'), { version: 4 })).status).toBe(204);
    expect([await asked(proposer, id), await asked(decider, id)]).toEqual([undefined, undefined]);
  },
);

test('a draft is read and changed only at the place of its own sort, and listed by it', async () => {
  const id = await drawn('rules');
  expect((await system.get(`/api/calendar/drafts/${id}`)).status).toBe(404);
  const day = { version: 1, day: '2027-02-05', kind: 'holiday', name: '春节' };
  expect((await system.send('POST', `/api/calendar/drafts/${id}/days`, day)).status).toBe(404);
  const calendars = (await system.get<Drafts>('/api/drafts?sort=calendar')).body.items;
  expect(calendars.every(({ sort }) => sort === 'calendar')).toBe(true);
  expect((await system.get('/api/drafts?sort=nothing')).status).toBe(400);
});

test('a draft that nobody knows is not found, by whatever act', async () => {
  const unknown = '01a00000-0000-7000-8000-000000000000';
  for (const name of ['hand-in', 'withdraw', 'approve', 'return']) {
    const answer = await security.send('POST', act(unknown, name), { version: 1, reason: '没有' });
    expect([name, answer.status]).toEqual([name, 404]);
  }
});

test('he who may not read a draft learns nothing of it by an act', async () => {
  const id = await drawn('rules');
  for (const name of ['hand-in', 'withdraw', 'approve', 'return']) {
    const answer = await security.send('POST', act(id, name), { version: 1, reason: '没有' });
    expect([name, answer.status]).toEqual([name, 404]);
  }
});
