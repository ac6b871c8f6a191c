import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { BulkDone } from '#contracts/bulk';
import type { Created } from '#contracts/page';
import type { HandoverView, WorkloadPreview, WorkloadView } from '#contracts/workload';
import { Post } from '#db/entities/post';
import { Relation } from '#db/entities/relation';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { addDays } from '#domain/day';
import { RUNNER } from '#api/parts.module';
import type { RunnerClient } from '#runner/runner-client';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { playPair, toDoing } from './cases/sample-pair.ts';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let api: RunningApi;
let worker: Running;
beforeAll(async () => {
  api = await runningApi();
  worker = await api.startWorker();
});
afterAll(() => api?.stop());

const person = (login: string) => demoId('person', login);
const rows = <T>(sql: string, values: unknown[] = []) => api.orm.em.fork().execute<T[]>(sql, values);
const inspection = 'inspect-midterm/1';

/** Pairs whose inspection lies with this person by name. */
async function inspectionsOf(login: string, count: number, assisted = 'xuanwu'): Promise<string[]> {
  const cases: string[] = [];
  for (let n = 0; n < count; n += 1)
    cases.push(await playPair(api.orm, 'youyi', assisted, toDoing('youyi', assisted)));
  const form = { todo: inspection, personId: person(login), reason: '分工' };
  await reassign('head1', cases, form);
  return cases;
}

async function reassign(login: string, cases: readonly string[], form: Record<string, unknown>) {
  const items = cases.map((caseId) => ({ caseId, actId: randomUUID(), form }));
  const { body } = await (
    await api.as(login)
  ).send<BulkDone>('POST', '/api/bulk-acts', { action: 'reassign', items });
  expect(body.items.map(({ refused }) => refused)).toEqual(cases.map(() => null));
}

interface Order {
  id: string;
  way: string;
  to: { personId: string; of?: string[] }[];
  reason: string;
}
const order = (...to: string[]): Order => ({
  ...{ id: randomUUID(), way: 'evenly', reason: '李明远调离' },
  to: to.map((login) => ({ personId: person(login) })),
});
const send = async <T = { type: string }>(login: string, path: string, body: object = {}) =>
  (await api.as(login)).send<T>('POST', path, body);
const start = (login: string, from: string, given: Order) =>
  send<Created & { type: string }>(login, `/api/people/${person(from)}/workload/handovers`, given);
const look = async (login: string, id: string) =>
  (await (await api.as(login)).get<HandoverView>(`/api/workload-handovers/${id}`)).body;
const ended = (id: string, login = 'head1') =>
  until(async () => {
    const view = await look(login, id);
    return view.status === 'finished' || view.status === 'stopped' ? view : undefined;
  });
const holders = async (cases: readonly string[]) => {
  const found = await rows<{ case_id: string; holder_id: string }>(
    `select case_id, holder_id from todo where key = ? and closed_at is null and case_id = any(?::uuid[])`,
    [inspection, `{${cases.join(',')}}`],
  );
  return cases.map((id) => found.find(({ case_id: caseId }) => caseId === id)?.holder_id);
};
const moves = (cases: readonly string[], action: string, by: string) =>
  rows(`select 1 from case_event where action = ? and person_id = ? and case_id = any(?::uuid[])`, [
    action,
    person(by),
    `{${cases.join(',')}}`,
  ]);

test('a workload is seen by its holder and by whoever is responsible for him, by nobody else', async () => {
  const cases = await inspectionsOf('inspector1', 2);
  const read = async (login: string, of = 'inspector1') => {
    const browser = await api.as(login);
    return browser.get<WorkloadView>(`/api/people/${person(of)}/workload`);
  };
  const { body } = await read('inspector1');
  expect(body.todos.map(({ caseId, holds }) => [caseId, holds]).sort()).toEqual(
    cases.map((id) => [id, 'named']).sort(),
  );
  expect(body.colleagues.map(({ name }) => name)).not.toContain('李明远');
  const statuses = [];
  for (const login of ['head1', 'leader1', 'inspector2', 'secadmin1', 'youyi.principal'])
    statuses.push((await read(login)).status);
  expect(statuses).toEqual([200, 200, 403, 403, 404]);
  expect((await read('youyi.principal', 'youyi.liaison')).status).toBe(200);
  expect((await read('xuanwu.principal', 'youyi.liaison')).status).toBe(404);
  expect((await start('inspector2', 'inspector1', order('inspector2'))).status).toBe(403);
  expect((await start('xuanwu.principal', 'youyi.liaison', order('xuanwu.liaison'))).status).toBe(404);
  expect((await start('youyi.principal', 'youyi.liaison', order('xuanwu.liaison'))).status).toBe(400);
});

test('what cannot be handed over is said with its reason, and goes to a receiver who may take it', async () => {
  const relation = { id: newId(), personId: person('inspector2'), orgId: demoId('org', 'anzhen') };
  await api.orm.em.fork().insert(Relation, {
    ...{ ...relation, sort: 'kin', from: '2020-01-01', version: 1 },
    ...{ declaredById: person('inspector2'), declaredAt: api.clock.now() },
  });
  const [conflicting] = await inspectionsOf('inspector1', 1, 'anzhen');
  const preview = async (...to: string[]) => {
    const { way, to: receivers } = order(...to);
    const path = `/api/people/${person('inspector1')}/workload/preview`;
    const { body } = await send<WorkloadPreview>('head1', path, { way, to: receivers });
    return body.items;
  };
  const alone = await preview('inspector2');
  expect(alone.find(({ caseId }) => caseId === conflicting)?.why).toBe(
    '所选人员与当事单位有已申报的回避关系，请另选他人。',
  );
  expect(alone.filter(({ why }) => why !== null)).toHaveLength(1);
  const both = await preview('inspector2', 'inspector3');
  expect(both.find(({ caseId }) => caseId === conflicting)).toMatchObject({
    why: null,
    to: { name: '何立群' },
  });
  expect(new Set((await preview('leader2')).map(({ why }) => why))).toEqual(
    new Set(['所选人员没有担任承办该事项的岗位。']),
  );
  expect((await start('head1', 'inspector1', order('leader2'))).body.type).toBe('nothing');
});

test('ordered once, done once, evenly; and taken back as far as nobody has touched it', async () => {
  const cases = await inspectionsOf('inspector1', 2);
  const given = order('inspector2', 'inspector3');
  expect((await start('head1', 'inspector1', given)).status).toBe(201);
  expect((await start('head1', 'inspector1', given)).body.id).toBe(given.id);
  const view = await ended(given.id);
  expect([view.status, view.counts.done, view.counts.refused]).toEqual(['finished', view.total, 0]);
  const perReceiver = ['周文静', '何立群'].map((name) => view.items.filter(({ to }) => to === name).length);
  expect(Math.abs((perReceiver[0] ?? 0) - (perReceiver[1] ?? 0))).toBeLessThan(2);
  expect(await holders(cases)).not.toContain(person('inspector1'));
  const [touched = '', other = ''] = cases;
  const [holder] = await holders([touched]);
  const third = person(holder === person('inspector2') ? 'inspector3' : 'inspector2');
  await reassign('leader1', [touched], { todo: inspection, personId: third, reason: '再调整' });
  expect((await send('inspector1', `/api/workload-handovers/${given.id}/undo`)).body.type).toBe('office');
  expect((await send('head1', `/api/workload-handovers/${given.id}/undo`)).status).toBe(204);
  expect((await send('head1', `/api/workload-handovers/${given.id}/undo`)).body.type).toBe('status');
  const back = await ended(given.id);
  expect([back.direction, back.counts.kept, back.counts.returned]).toEqual(['back', 1, back.total - 1]);
  expect(back.items.find(({ status }) => status === 'kept')?.why).toBe('该事项后来又转给了他人。');
  expect(await holders([touched, other])).toEqual([third, person('inspector1')]);
});

test('a killed worker goes on where it was; no todo is moved twice', async () => {
  const cases = await inspectionsOf('inspector2', 12, 'ertong');
  const before = (await moves(cases, 'hand-over', 'inspector2')).length;
  await worker.kill();
  const given = order('inspector3');
  expect((await start('inspector2', 'inspector2', given)).status).toBe(201);
  // Nothing can be marked as moved: the worker dies between an act that stands and its mark.
  await api.orm.em.fork().transactional(async (em) => {
    await em.execute('lock table workload_handover_item in share mode');
    worker = await api.startWorker();
    await until(async () => (await moves(cases, 'hand-over', 'inspector2')).length > before);
    await worker.kill();
  });
  worker = await api.startWorker();
  await until(async () => (await moves(cases, 'hand-over', 'inspector2')).length > before + 4);
  await worker.kill();
  expect((await look('head1', given.id)).status).toBe('running');
  worker = await api.startWorker();
  const view = await ended(given.id);
  expect([view.status, view.counts.done]).toEqual(['finished', view.total]);
  expect(await moves(cases, 'hand-over', 'inspector2')).toHaveLength(before + 12);
  expect(new Set(await holders(cases))).toEqual(new Set([person('inspector3')]));
});

test('paused it moves nothing, resumed it goes on; who has lost his post moves nothing more', async () => {
  const cases = await inspectionsOf('inspector1', 1, 'tiantan');
  await worker.kill();
  const given = order('inspector3');
  await start('head1', 'inspector1', given);
  expect((await start('leader1', 'inspector1', order('inspector3'))).body.type).toBe('open');
  const act = (verb: string) => send('head1', `/api/workload-handovers/${given.id}/${verb}`);
  expect((await act('pause')).status).toBe(204);
  expect((await act('pause')).body.type).toBe('status');
  worker = await api.startWorker();
  const { client, taskQueue } = api.app.get<RunnerClient>(RUNNER);
  await client.workflow.getHandle(`${taskQueue}:workload:${given.id}`).result();
  expect(await look('head1', given.id)).toMatchObject({ status: 'paused', counts: { done: 0 } });
  await worker.kill();
  await act('resume');
  const head = [person('head1'), demoId('org', 'reform')];
  await rows(`update post set until_day = ? where person_id = ? and org_id = ?`, [
    api.clock.today(),
    ...head,
  ]);
  worker = await api.startWorker();
  const view = await ended(given.id, 'leader1');
  expect([view.status, view.counts.done, view.why]).toEqual([
    'stopped',
    0,
    expect.stringContaining('不再担任'),
  ]);
  await rows(`update post set until_day = null where person_id = ? and org_id = ?`, head);
  expect(await holders(cases)).toEqual([person('inspector1')]);
});

test('an approval is not handed over to whoever asked for it', async () => {
  const [caseId = ''] = await inspectionsOf('inspector3', 1, 'jishuitan');
  const post = { id: newId(), personId: person('inspector3'), orgId: demoId('org', 'reform') };
  await api.orm.em.fork().insert(Post, {
    ...{ ...post, role: 'section-head', from: '2020-01-01', createdAt: api.clock.now() },
  });
  const [todo] = await rows<{ due: string }>('select due::text from todo where case_id = ? and key = ?', [
    caseId,
    inspection,
  ]);
  const form = { todo: inspection, until: addDays(todo?.due ?? '', 7), reason: '医院装修' };
  const asking = { actId: randomUUID(), action: 'request-extension', form };
  expect((await send('inspector3', `/api/cases/${caseId}/acts`, asking)).status).toBe(200);
  const named = { todo: 'decide-extension/1', personId: person('head1'), reason: '由您审批' };
  await reassign('leader1', [caseId], named);
  const path = `/api/people/${person('head1')}/workload/preview`;
  const { body } = await send<WorkloadPreview>('leader1', path, order('inspector3'));
  const item = body.items.find((one) => one.caseId === caseId);
  expect(item).toMatchObject({ approval: true, why: expect.stringContaining('不能再由其审批') as unknown });
  expect((await start('leader1', 'head1', order('inspector3'))).body.type).toBe('nothing');
});
