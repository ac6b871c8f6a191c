import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import type { DeskView } from '#contracts/desk';
import { demoId } from '#db/seed/demo';
import { runningApi } from '../running-api.ts';
import type { RunningApi } from '../running-api.ts';
import { playPair } from './sample-pair.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runningApi()));
afterAll(() => api.stop());

const person = (login: string) => demoId('person', login);

test('what an absent person holds by name his deputy sees too, by that post alone and while he stands in', async () => {
  const caseId = await playPair(api.orm, 'youyi', 'xuanwu');
  const named = (login: string, role: string) =>
    api.orm.em
      .fork()
      .execute(`update todo set holder_id = ?, role = ?, org_id = ? where case_id = ? and round = 'pilot'`, [
        person(login),
        role,
        demoId('org', 'youyi'),
        caseId,
      ]);
  const seenBy = async (login: string) => {
    const browser = await api.as(login);
    const { mine } = (await browser.get<DeskView>('/api/desk')).body;
    const { todos } = (await browser.get<CaseView>(`/api/cases/${caseId}`)).body;
    const here = todos.some((todo) => todo.mine);
    expect(mine.some((todo) => todo.caseId === caseId)).toBe(here);
    return here;
  };
  await named('youyi.principal', 'principal');
  expect([await seenBy('youyi.principal'), await seenBy('youyi.liaison')]).toEqual([true, false]);
  const absence = { from: '2026-11-23', to: '2026-11-24', deputyId: person('youyi.liaison') };
  const postIds = [demoId('post', 'youyi.principal/youyi/principal')];
  const principal = await api.as('youyi.principal');
  const path = `/api/people/${person('youyi.principal')}/absences`;
  expect((await principal.send('POST', path, { ...absence, postIds })).status).toBe(201);
  expect([await seenBy('youyi.principal'), await seenBy('youyi.liaison')]).toEqual([true, true]);
  // A todo that the absent person holds in another office was not given to him.
  await named('youyi.principal', 'liaison');
  expect(await seenBy('youyi.liaison')).toBe(false);
  await named('youyi.principal', 'principal');
  api.clock.set('2026-11-24T16:00:00.000Z');
  expect(await seenBy('youyi.liaison')).toBe(false);
});
