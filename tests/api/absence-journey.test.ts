import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import type { ActFormView, CaseView } from '#contracts/case';
import type { DeskView } from '#contracts/desk';
import type { TimelineView } from '#contracts/timeline';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { addDays } from '#domain/day';
import { unsound } from '#tests/harness/soundness';
import { checking } from './pair-lists/checking.ts';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
  // The runner's days are Temporal's: the absence must stand on the same.
  api.clock.set(systemClock.now());
  await api.startWorker();
}, 120_000);
afterAll(() => api?.stop());

const person = (login: string) => demoId('person', login);

async function away(login: string, office: string, deputy: string): Promise<string> {
  const today = api.clock.today();
  const days = { from: today, to: addDays(today, 3) };
  const body = { ...days, deputyId: person(deputy), postIds: [demoId('post', `${login}/${office}`)] };
  const path = `/api/people/${person(login)}/absences`;
  const answer = await (await api.as(login)).send<{ id: string }>('POST', path, body);
  expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String) }]);
  return answer.body.id;
}

test('while a leader is away his deputy signs, and the case shows both names', async () => {
  const inspector = await api.as('inspector1');
  const { id } = (await checking(inspector).check('友谊医院\t宣武医院')).body;
  const launched = await inspector.send<{ caseId: string }>('POST', `/api/pair-lists/${id}/launch`, {
    actId: newId(),
  });
  const { caseId } = launched.body;
  const head = await api.as('head1');
  const act = { actId: newId(), action: 'sign', form: { decision: 'sign' } };
  expect((await head.send('POST', `/api/cases/${caseId}/acts`, act)).status).toBe(403);
  expect((await head.get<DeskView>('/api/desk')).body.mine).toEqual([]);

  await away('leader1', 'bureau/leader', 'head1');
  const { mine } = (await head.get<DeskView>('/api/desk')).body;
  expect(mine.map((todo) => [todo.caseId, todo.step])).toEqual([[caseId, 'sign']]);
  const form = await head.get<ActFormView>(`/api/cases/${caseId}/forms/sign`);
  expect(form.body.actingFor).toEqual({ name: '赵启明', roleLabel: '分管领导' });
  const signed = await head.send('POST', `/api/cases/${caseId}/acts`, { ...act, actId: newId() });
  expect([signed.status, signed.body]).toMatchObject([200, { seq: 2 }]);

  const timeline = (await inspector.get<TimelineView>(`/api/cases/${caseId}/timeline`)).body;
  expect(timeline[1]).toMatchObject({ action: 'sign', person: '陈国栋（代赵启明）' });
  const { people } = (await inspector.get<CaseView>(`/api/cases/${caseId}`)).body;
  expect(people[1]).toMatchObject({ name: '陈国栋（代赵启明）', role: '分管领导' });
  const stored = await api.orm.em.fork().execute(
    `select s.for_person_id as kept, e.for_person_id as done from case_event e join submission s using (act_id)
      where e.case_id = ? and e.seq = 2`,
    [caseId],
  );
  expect(stored).toEqual([{ kept: person('leader1'), done: person('leader1') }]);
  expect(await unsound(api.orm.em.fork(), caseId)).toEqual([]);
}, 60_000);

test('once an absence is ended its deputy signs nothing more, not even what he had open', async () => {
  const inspector = await api.as('inspector1');
  const { id } = (await checking(inspector).check('朝阳医院\t北京儿童医院')).body;
  const launched = await inspector.send<{ caseId: string }>('POST', `/api/pair-lists/${id}/launch`, {
    actId: newId(),
  });
  const path = `/api/cases/${launched.body.caseId}`;
  const deputy = await api.as('head2');
  const absence = await away('leader2', 'bureau/leader', 'head2');
  expect((await deputy.get(`${path}/forms/sign`)).status).toBe(200);
  const leader = await api.as('leader2');
  await leader.send('POST', `/api/absences/${absence}/end`, { version: 1, why: '已返岗' });
  const act = { actId: newId(), action: 'sign', form: { decision: 'sign' } };
  expect((await deputy.send('POST', `${path}/acts`, act)).status).toBe(403);
  expect((await leader.send('POST', `${path}/acts`, { ...act, actId: newId() })).status).toBe(200);
}, 60_000);
