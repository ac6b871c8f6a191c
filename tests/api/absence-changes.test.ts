import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AbsencesView } from '#contracts/absence';
import type { LogView } from '#contracts/log';
import type { Created, Page } from '#contracts/page';
import { tellOfEnds } from '#db/commands/absence-messages';
import { demoId } from '#db/seed/demo';
import { demoPeople } from '#db/seed/demo-people';
import { runningApi } from './running-api.ts';
import type { Answer, RunningApi } from './running-api.ts';

/** The clock of these tests: a Monday. */
const monday = '2026-11-23';
const [tuesday, wednesday, friday] = ['2026-11-24', '2026-11-25', '2026-11-27'];
const nextFriday = '2026-12-04';
let api: RunningApi;
beforeAll(async () => void (api = await runningApi()));
afterAll(() => api.stop());

/** Each test begins on Monday morning with nobody away. */
beforeEach(async () => {
  const em = api.orm.em.fork();
  for (const table of ['absence_post', 'absence', 'message_read', 'message'])
    await em.execute(`delete from ${table}`);
  api.clock.set('2026-11-23T01:00:00.000Z');
});

type Refused = Created & { type: string; detail: string };
const person = (login: string) => demoId('person', login);
const post = (login: string): string => {
  const held = demoPeople.find((one) => one.login === login)?.posts[0];
  return demoId('post', `${login}/${held?.org}/${held?.role}`);
};

async function enter(absent: string, deputy: string, from = tuesday, to = friday): Promise<string> {
  const body = { from, to, deputyId: person(deputy), postIds: [post(absent)] };
  const answer = await (
    await api.as(absent)
  ).send<Created>('POST', `/api/people/${person(absent)}/absences`, body);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

interface Change {
  from?: string;
  to?: string;
  deputy?: string;
  version?: number;
}
async function change(
  login: string,
  id: string,
  { from = tuesday, to = friday, deputy = 'leader1', version = 1 }: Change,
): Promise<Answer<Refused>> {
  const body = { from, to, deputyId: person(deputy), version, why: '行程推迟' };
  return (await api.as(login)).send<Refused>('PATCH', `/api/absences/${id}`, body);
}
const answered = async (answer: Promise<Answer<Refused>>) => {
  const { status, body } = await answer;
  return status === 204 ? 204 : [status, body.type];
};

const ownOf = async (login: string) =>
  (await (await api.as(login)).get<AbsencesView>(`/api/people/${person(login)}/absences`)).body.own.map(
    ({ from, to, deputy, version }) => [from, to, deputy.name, version],
  );
const toldTo = async (login: string): Promise<string[]> => {
  const rows = await api.orm.em
    .fork()
    .execute<{ line: string }[]>(
      `select code || ' ' || (params->>'from') || ' ' || (params->>'to') as line from message where person_id = ? order by at, id`,
      [person(login)],
    );
  return rows.map(({ line }) => line);
};

test('before it begins its days and its deputy are changed, with a line in the log, and both deputies are told', async () => {
  const id = await enter('leader2', 'leader1');
  expect(await answered(change('leader2', id, { from: wednesday, to: nextFriday, deputy: 'chief1' }))).toBe(
    204,
  );
  expect(await ownOf('leader2')).toEqual([[wednesday, nextFriday, '郑怀远', 2]]);
  expect(await toldTo('leader1')).toEqual([
    `deputy-named ${tuesday} ${friday}`,
    `deputy-ended ${tuesday} ${friday}`,
  ]);
  expect(await toldTo('chief1')).toEqual([`deputy-named ${wednesday} ${nextFriday}`]);
  const log = await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=absence-changed&limit=1');
  expect(log.body.items[0]?.detail).toContain('修改请假与代理');
  expect(log.body.items[0]?.detail).toContain('行程推迟');
});

test('while it runs only its last day moves, and never before today', async () => {
  const id = await enter('leader2', 'leader1');
  api.clock.set('2026-11-25T01:00:00.000Z');
  expect(await answered(change('leader2', id, { from: wednesday }))).toEqual([409, 'running']);
  expect(await answered(change('leader2', id, { deputy: 'chief1' }))).toEqual([409, 'running']);
  expect(await answered(change('leader2', id, { to: tuesday }))).toEqual([400, 'invalid']);
  expect(await answered(change('leader2', id, { to: nextFriday }))).toBe(204);
  expect(await ownOf('leader2')).toEqual([[tuesday, nextFriday, '赵启明', 2]]);
  expect((await toldTo('leader1')).at(-1)).toBe(`deputy-changed ${tuesday} ${nextFriday}`);
  expect(await answered(change('leader2', id, { to: wednesday, version: 2 }))).toBe(204);
  api.clock.set('2026-11-26T01:00:00.000Z');
  expect(await answered(change('leader2', id, { to: friday, version: 3 }))).toEqual([409, 'over']);
});

test('a change makes no cycle and no chain either, and nobody is away twice', async () => {
  const id = await enter('leader2', 'leader1', tuesday, wednesday);
  await enter('leader1', 'chief1', friday, friday);
  await enter('leader2', 'chief1', nextFriday, nextFriday);
  // Longer, and its deputy would be away himself; or he would be away twice.
  expect(await answered(change('leader2', id, { to: friday }))).toEqual([409, 'deputy-absent']);
  expect(await answered(change('leader2', id, { to: nextFriday, deputy: 'chief1' }))).toEqual([
    409,
    'absent',
  ]);
  expect(await answered(change('leader2', id, { deputy: 'leader2' }))).toEqual([409, 'own-deputy']);
  expect(await answered(change('leader2', id, { from: '2026-11-20', to: wednesday }))).toEqual([409, 'past']);
  expect(await answered(change('leader2', id, { to: wednesday }))).toEqual([400, 'invalid']);
  expect(await answered(change('leader2', id, { to: monday }))).toEqual([409, 'days']);
  expect((await ownOf('leader2')).at(-1)).toEqual([tuesday, wednesday, '赵启明', 1]);
});

test('who may not end an absence may not change it, and who read an older version is told so', async () => {
  const id = await enter('leader2', 'leader1');
  for (const login of ['inspector1', 'youyi.principal', 'auditor1'])
    expect((await change(login, id, { to: nextFriday })).status).toBe(404);
  expect((await change('leader2', id, { to: nextFriday, version: 7 })).status).toBe(409);
  expect(await ownOf('leader2')).toEqual([[tuesday, friday, '赵启明', 1]]);
});

test('a deputy is told when he is named, when it is withdrawn, and once when its last day has passed', async () => {
  const id = await enter('leader2', 'leader1');
  const other = await enter('head1', 'inspector1', tuesday, wednesday);
  expect(other).not.toBe(id);
  await (await api.as('leader2')).send('POST', `/api/absences/${id}/end`, { version: 1, why: '不去了' });
  expect(await toldTo('leader1')).toEqual([
    `deputy-named ${tuesday} ${friday}`,
    `deputy-ended ${tuesday} ${friday}`,
  ]);
  const told = [`deputy-named ${tuesday} ${wednesday}`];
  for (const [now, more] of [
    ['2026-11-25T15:59:00.000Z', []],
    ['2026-11-25T16:00:00.000Z', [`deputy-over ${tuesday} ${wednesday}`]],
    ['2026-11-26T01:00:00.000Z', []],
  ] as const) {
    api.clock.set(now);
    await tellOfEnds(api.orm.em.fork(), api.clock);
    told.push(...more);
    expect(await toldTo('inspector1')).toEqual(told);
  }
  expect(await toldTo('leader1')).toHaveLength(2);
});
