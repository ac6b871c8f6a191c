import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AbsencesView, DeputiesView } from '#contracts/absence';
import type { LogView } from '#contracts/log';
import type { Created, Page } from '#contracts/page';
import type { SessionView } from '#contracts/session';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { demoPeople } from '#db/seed/demo-people';
import type { Role } from '#domain/role';
import { runningApi } from './running-api.ts';
import type { Answer, Browser, RunningApi } from './running-api.ts';

/** The clock of these tests: a Monday. */
const monday = '2026-11-23';
const [tuesday, wednesday, friday] = ['2026-11-24', '2026-11-25', '2026-11-27'];
let api: RunningApi;
beforeAll(async () => void (api = await runningApi()));
afterAll(() => api.stop());

const person = (login: string) => demoId('person', login);
const post = (login: string, index = 0): string => {
  const held = demoPeople.find((one) => one.login === login)?.posts[index];
  return demoId('post', `${login}/${held?.org}/${held?.role}`);
};
type Entered = Created & { type: string; detail: string };

async function enter(
  login: string,
  absent: string,
  deputy: string,
  days: [from: string, to: string] = [tuesday, friday],
): Promise<Answer<Entered>> {
  const [from, to] = days;
  const body = { from, to, deputyId: person(deputy), postIds: [post(absent)] };
  const path = `/api/people/${person(absent)}/absences`;
  // Under a key as the pages do: what it locks must not stand in the way of what the command locks.
  return (await api.as(login)).send<Entered>('POST', path, body, newId());
}

const refusal = async (answer: Promise<Answer<Entered>>) => {
  const { status, body } = await answer;
  return [status, body.type];
};
const endOf = async (login: string, id: string, version = 1) =>
  (await api.as(login)).send('POST', `/api/absences/${id}/end`, { version, why: '提前返岗' });
const postsOf = async (browser: Browser) =>
  (await browser.get<SessionView>('/api/session')).body.posts.map(({ role, actingFor }) => [
    role,
    actingFor?.name ?? null,
  ]);

/** Each test begins on Monday morning with nobody away. */
async function nobodyAway(): Promise<void> {
  const em = api.orm.em.fork();
  await em.execute('delete from absence_post');
  await em.execute('delete from absence');
  api.clock.set('2026-11-23T01:00:00.000Z');
}

test('a deputy holds the post from the first day to the end of the last, and the absent keeps his own', async () => {
  const deputy = await api.as('leader1');
  const { status } = await enter('leader2', 'leader2', 'leader1', [tuesday, wednesday]);
  expect(status).toBe(201);
  const own: [Role, null] = ['leader', null];
  const both = [own, ['leader', '孙慧兰']];
  expect(await postsOf(deputy)).toEqual([own]);
  api.clock.set('2026-11-23T15:59:59.000Z');
  expect(await postsOf(await api.as('leader1'))).toEqual([own]);
  api.clock.set('2026-11-23T16:00:00.000Z');
  expect(await postsOf(await api.as('leader1'))).toEqual(both);
  expect(await postsOf(await api.as('leader2'))).toEqual([own]);
  api.clock.set('2026-11-25T15:59:59.000Z');
  expect(await postsOf(await api.as('leader1'))).toEqual(both);
  api.clock.set('2026-11-25T16:00:00.000Z');
  expect(await postsOf(await api.as('leader1'))).toEqual([own]);
  await nobodyAway();
});

test('who is away stands in for nobody, and who stands in is not away: no cycle and no chain', async () => {
  const first = await enter('leader2', 'leader2', 'leader1');
  expect(await refusal(enter('leader1', 'leader1', 'leader2'))).toEqual([409, 'deputising']);
  expect(await refusal(enter('leader1', 'leader1', 'chief1'))).toEqual([409, 'deputising']);
  expect(await refusal(enter('chief1', 'chief1', 'leader2'))).toEqual([409, 'deputy-absent']);
  expect(await refusal(enter('leader2', 'leader2', 'chief1'))).toEqual([409, 'absent']);
  expect((await endOf('leader2', first.body.id)).status).toBe(204);
  expect((await enter('leader1', 'leader1', 'chief1')).status).toBe(201);
  await nobodyAway();
});

test('two who enter one another at the same moment make no cycle', async () => {
  for (let round = 0; round < 5; round++) {
    const both = await Promise.all([
      enter('leader1', 'leader1', 'leader2'),
      enter('leader2', 'leader2', 'leader1'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await nobodyAway();
  }
});

test('what somebody exercises for another he cannot give on, and only his own posts are his to give', async () => {
  await enter('head2', 'head2', 'inspector2', [monday, friday]);
  const browser = await api.as('inspector2');
  const days = { from: '2026-11-30', to: '2026-12-01' };
  const path = `/api/people/${person('inspector2')}/absences`;
  const given = { ...days, deputyId: person('inspector1'), postIds: [post('head2')] };
  expect((await browser.send('POST', path, given)).body.errors?.[0]?.field).toBe('postIds');
  expect((await browser.get<AbsencesView>(path)).body.posts).toHaveLength(1);
  // As acting head of a section he arranges for nobody.
  expect(await refusal(enter('inspector2', 'inspector1', 'inspector3'))).toEqual([403, 'forbidden']);
  await nobodyAway();
});

test('a deputy belongs to the same house and stands at most one step lower', async () => {
  const unfit = [409, 'unfit'];
  expect(await refusal(enter('youyi.principal', 'youyi.principal', 'youyi.clerk'))).toEqual(unfit);
  expect(await refusal(enter('youyi.principal', 'youyi.principal', 'xuanwu.principal'))).toEqual(unfit);
  expect(await refusal(enter('leader1', 'leader1', 'inspector1'))).toEqual(unfit);
  expect(await refusal(enter('leader1', 'leader1', 'youyi.principal'))).toEqual(unfit);
  expect((await enter('youyi.principal', 'youyi.principal', 'youyi.liaison')).status).toBe(201);
  const { body } = await (
    await api.as('leader1')
  ).get<DeputiesView>(`/api/people/${person('leader1')}/deputies`);
  expect(body.items.map(({ name }) => name).sort()).toEqual(['陈国栋', '林秀芝', '孙慧兰', '郑怀远'].sort());
  await nobodyAway();
});

test('三员分立 counts what is exercised for others', async () => {
  expect(await refusal(enter('sysadmin1', 'sysadmin1', 'auditor1'))).toEqual([409, 'separated-roles']);
  expect((await enter('sysadmin1', 'sysadmin1', 'inspector3')).status).toBe(201);
  expect(await refusal(enter('auditor1', 'auditor1', 'inspector3'))).toEqual([409, 'separated-roles']);
  const security = await api.as('secadmin1');
  const auditor = { orgId: demoId('org', 'finance'), role: 'auditor', from: wednesday };
  const granted = await security.send('POST', `/api/people/${person('inspector3')}/posts`, auditor);
  expect([granted.status, granted.body.type]).toEqual([409, 'separated-roles']);
  await nobodyAway();
});

test('days lie in order and not in the past, and a deputy has an account', async () => {
  expect(await refusal(enter('leader1', 'leader1', 'leader2', [friday, tuesday]))).toEqual([409, 'days']);
  expect(await refusal(enter('leader1', 'leader1', 'leader2', ['2026-11-22', friday]))).toEqual([
    409,
    'past',
  ]);
  expect((await enter('leader1', 'leader1', 'leader2', ['2026-11-31', friday])).status).toBe(400);
  await api.orm.em.fork().execute(`update account set disabled_at = '2026-11-20Z' where login = 'leader2'`);
  expect(await refusal(enter('leader1', 'leader1', 'leader2'))).toEqual([409, 'no-account']);
  await api.orm.em.fork().execute(`update account set disabled_at = null where login = 'leader2'`);
});

test('for somebody who fell ill the one who is responsible enters it, but never himself as the deputy', async () => {
  expect((await enter('head1', 'inspector1', 'inspector2')).status).toBe(201);
  expect(await refusal(enter('head1', 'inspector2', 'head1'))).toEqual([403, 'own-deputy']);
  expect(await refusal(enter('head1', 'leader1', 'leader2'))).toEqual([403, 'forbidden']);
  expect(await refusal(enter('inspector1', 'inspector2', 'inspector3'))).toEqual([403, 'forbidden']);
  expect((await enter('youyi.principal', 'youyi.clerk', 'youyi.liaison')).status).toBe(201);
  expect(await refusal(enter('xuanwu.principal', 'youyi.liaison', 'youyi.clerk'))).toEqual([
    404,
    'not-found',
  ]);
  expect((await enter('secadmin1', 'chief1', 'leader1')).status).toBe(201);
  await nobodyAway();
});

test('an absence ended early gives nothing from that moment, stays readable with who and why, and is logged', async () => {
  const { body } = await enter('secadmin1', 'leader2', 'leader1', [monday, friday]);
  const deputy = await api.as('leader1');
  expect(await postsOf(deputy)).toHaveLength(2);
  expect((await endOf('leader1', body.id)).status).toBe(204);
  expect(await postsOf(deputy)).toHaveLength(1);
  expect((await endOf('leader2', body.id, 2)).status).toBe(409);
  const { own } = (
    await (await api.as('leader2')).get<AbsencesView>(`/api/people/${person('leader2')}/absences`)
  ).body;
  expect(own[0]).toMatchObject({
    status: 'ended',
    entered: { by: '沈月华' },
    ended: { by: '赵启明', why: '提前返岗' },
    mayEnd: false,
  });
  const log = await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=absence-changed&limit=2');
  expect(log.body.items.map(({ detail }) => detail)).toEqual([
    '提前结束请假与代理：孙慧兰2026年11月23日至2026年11月27日，提前返岗',
    expect.stringContaining('由赵启明代行'),
  ]);
  await nobodyAway();
});

test('what was withdrawn before it began never gave anything; a stale reader changes nothing', async () => {
  const { body } = await enter('leader2', 'leader2', 'leader1');
  expect((await endOf('leader2', body.id, 7)).status).toBe(409);
  expect((await endOf('inspector1', body.id)).status).toBe(404);
  expect((await endOf('leader2', body.id)).status).toBe(204);
  const browser = await api.as('leader1');
  const { standsIn } = (await browser.get<AbsencesView>(`/api/people/${person('leader1')}/absences`)).body;
  expect(standsIn[0]).toMatchObject({ status: 'withdrawn', statusLabel: '已撤回' });
  await nobodyAway();
});

test('a post that ends takes its deputy with it, and so does a person who leaves', async () => {
  await enter('leader2', 'leader2', 'leader1', [monday, friday]);
  const deputy = await api.as('leader1');
  const em = api.orm.em.fork();
  const until = (day: string | null) =>
    em.execute('update post set until_day = ? where id = ?', [day, post('leader2')]);
  await until(monday);
  expect(await postsOf(deputy)).toHaveLength(1);
  await until(null);
  expect(await postsOf(deputy)).toHaveLength(2);
  await em.execute('update person set disabled_on = ? where id = ?', [monday, person('leader2')]);
  expect(await postsOf(deputy)).toHaveLength(1);
  await em.execute('update person set disabled_on = null where id = ?', [person('leader2')]);
  await nobodyAway();
});

test('absences are read by the person, those responsible for him and the security administrator', async () => {
  await enter('inspector1', 'inspector1', 'inspector2');
  const read = async (login: string, of: string) =>
    (await (await api.as(login)).get(`/api/people/${person(of)}/absences`)).status;
  expect(await read('inspector1', 'inspector1')).toBe(200);
  expect(await read('head2', 'inspector1')).toBe(200);
  expect(await read('secadmin1', 'inspector1')).toBe(200);
  expect(await read('inspector2', 'inspector1')).toBe(403);
  expect(await read('youyi.principal', 'inspector1')).toBe(404);
  expect(await read('youyi.principal', 'youyi.clerk')).toBe(200);
  expect(await read('youyi.liaison', 'youyi.clerk')).toBe(403);
});

test('what rests on an absent administrator’s post stands in the log with both names, and is never for himself', async () => {
  await nobodyAway();
  expect((await enter('secadmin1', 'secadmin1', 'archivist1', [monday, monday])).status).toBe(201);
  const deputy = await api.as('archivist1');
  const grant = (login: string) =>
    deputy.send('POST', `/api/people/${person(login)}/posts`, {
      ...{ orgId: demoId('org', 'medical'), role: 'archivist', from: monday },
    });
  expect((await grant('inspector2')).status).toBe(201);
  expect((await grant('secadmin1')).body.type).toBe('own-post');
  expect((await grant('archivist1')).body.type).toBe('own-post');
  await deputy.get('/api/people');
  const log = await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=post-changed&limit=1');
  expect(log.body.items[0]?.personName).toBe('吴素云（代沈月华）');
  api.clock.set('2026-11-23T16:00:00.000Z');
  expect((await grant('inspector3')).status).toBe(401);
  expect((await (await api.as('archivist1')).get('/api/log')).status).toBe(403);
});
