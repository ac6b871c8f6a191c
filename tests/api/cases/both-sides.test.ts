import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActFormView, CaseView } from '#contracts/case';
import { Post } from '#db/entities/post';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { opened, playPair, toDoing } from './sample-pair.ts';
import { playCase } from '#tests/harness/play-case';

const [pilotId, assistedId] = [demoId('org', 'youyi'), demoId('org', 'xuanwu')];
let api: RunningApi;
let both: Browser;
beforeAll(async () => {
  api = await runningApi();
  const personId = demoId('person', 'youyi.liaison');
  const createdAt = api.clock.now();
  const post = { personId, orgId: assistedId, role: 'liaison', from: '2020-01-01', createdAt } as const;
  await api.orm.em.fork().insert(Post, { id: newId(), ...post });
  both = await api.as('youyi.liaison');
});
afterAll(() => api.stop());

const actionOf = async (caseId: string, code: string) =>
  (await both.get<CaseView>(`/api/cases/${caseId}`)).body.actions.find(({ action }) => action === code);

test('the page of a pair tells who holds posts on both sides for which he may act', async () => {
  const caseId = await playPair(api.orm, 'youyi', 'xuanwu');
  expect((await actionOf(caseId, 'confirm'))?.onBehalfOf).toEqual([
    { orgId: pilotId, name: '首都医科大学附属北京友谊医院' },
    { orgId: assistedId, name: expect.stringContaining('宣武') },
  ]);
  await playCase(api.orm, 'pairing', caseId, [['2026-11-20', 'youyi.liaison', 'confirm']]);
  const confirm = await actionOf(caseId, 'confirm');
  expect([confirm?.permitted, confirm?.onBehalfOf.map(({ orgId }) => orgId)]).toEqual([true, [assistedId]]);
  const { body } = await both.get<CaseView>(`/api/cases/${caseId}`);
  expect(body.todos.map(({ step, orgId, mine }) => [step, orgId, mine])).toEqual([
    ['confirm', assistedId, true],
  ]);
});

test('the form of an act is the one of the side that he chose', async () => {
  const caseId = await playPair(api.orm, 'youyi', 'xuanwu', toDoing('youyi', 'xuanwu'));
  const form = (rest: string) => both.get<ActFormView>(`/api/cases/${caseId}/forms/raise-problem${rest}`);
  expect((await form('')).body.onBehalfOf).toBe(assistedId);
  expect((await form(`?onBehalfOf=${pilotId}`)).body.onBehalfOf).toBe(pilotId);
  expect((await form(`?onBehalfOf=${demoId('org', 'chaoyang')}`)).status).toBe(403);
  expect((await form('?onBehalfOf=me')).status).toBe(400);
});

test('an act for a side that has acted is refused, though the other side may', async () => {
  const caseId = randomUUID();
  await playCase(api.orm, 'pairing', caseId, [
    opened('youyi', 'xuanwu'),
    ['2026-11-20', 'youyi.liaison', 'confirm'],
  ]);
  const act = { actId: randomUUID(), action: 'confirm', onBehalfOf: pilotId, form: {} };
  const answer = await both.send('POST', `/api/cases/${caseId}/acts`, act);
  expect([answer.status, answer.body.detail]).toEqual([409, '本院已经确认结对关系。']);
});
