import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LogView } from '#contracts/log';
import type { Created, Page } from '#contracts/page';
import type { RelationsView } from '#contracts/relation';
import { actorAt } from '#db/queries/acting';
import { demoId } from '#db/seed/demo';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

const [monday, friday] = ['2026-11-23', '2026-11-27'];
let api: RunningApi;
beforeAll(async () => void (api = await runningApi()));
afterAll(() => api.stop());

const person = (login: string) => demoId('person', login);
const path = (login: string) => `/api/people/${person(login)}/relations`;
const declare = async (login: string, of: string, org: string, more = {}) =>
  (await api.as(login)).send<Created & { detail: string }>('POST', path(of), {
    ...{ orgId: demoId('org', org), sort: 'kin', from: monday, note: '配偶任副主任医师' },
    ...more,
  });
const conflictsOf = async (login: string) => {
  const moment = { day: api.clock.today(), at: api.clock.now() };
  return (await actorAt(api.orm.em.fork(), person(login), moment)).conflicts;
};
const between = (login: string, org: string) => ({ personId: person(login), orgId: demoId('org', org) });

test('what is declared counts at once and until its day', async () => {
  expect(await conflictsOf('inspector1')).toEqual([]);
  expect((await declare('inspector1', 'inspector1', 'xuanwu', { until: friday })).status).toBe(201);
  expect(await conflictsOf('inspector1')).toEqual([between('inspector1', 'xuanwu')]);
  api.clock.set('2026-11-26T16:00:00.000Z');
  expect(await conflictsOf('inspector1')).toEqual([]);
  api.clock.set('2026-11-23T01:00:00.000Z');
});

test('who holds a post in a hospital has that relation without declaring it', async () => {
  expect(await conflictsOf('youyi.liaison')).toEqual([between('youyi.liaison', 'youyi')]);
  const browser = await api.as('youyi.liaison');
  const { byPost } = (await browser.get<RelationsView>(path('youyi.liaison'))).body;
  expect(byPost.map(({ orgId }) => orgId)).toEqual([demoId('org', 'youyi')]);
});

test('a deputy has the relations of the one for whom he stands in, as long as he does', async () => {
  await declare('leader2', 'leader2', 'chaoyang');
  const post = demoId('post', 'leader2/bureau/leader');
  const absence = { from: monday, to: friday, deputyId: person('leader1'), postIds: [post] };
  await (await api.as('leader2')).send('POST', `/api/people/${person('leader2')}/absences`, absence);
  expect(await conflictsOf('leader1')).toEqual([between('leader2', 'chaoyang')]);
  api.clock.set('2026-11-27T16:00:00.000Z');
  expect(await conflictsOf('leader1')).toEqual([]);
  api.clock.set('2026-11-23T01:00:00.000Z');
});

test('the note is for the person, the security administrator and leaders; the log does not have it', async () => {
  await declare('secadmin1', 'inspector2', 'youyi', { sort: 'former-employer' });
  const noteTo = async (login: string) => {
    const { status, body } = await (await api.as(login)).get<RelationsView>(path('inspector2'));
    return status === 200 ? body.items[0]?.note : status;
  };
  expect(await Promise.all(['inspector2', 'secadmin1', 'leader1', 'chief1'].map(noteTo))).toEqual(
    Array.from({ length: 4 }, () => '配偶任副主任医师'),
  );
  expect(await noteTo('head1')).toBeNull();
  expect(await noteTo('inspector1')).toBe(403);
  expect(await noteTo('sysadmin1')).toBe(403);
  expect(await noteTo('youyi.principal')).toBe(404);
  const auditor = await api.as('auditor1');
  const { body } = await auditor.get<Page<LogView>>('/api/log?kind=relation-changed&limit=1');
  expect(body.items[0]).toMatchObject({ personName: '沈月华', kindLabel: '回避申报' });
  expect(JSON.stringify(body)).not.toContain('配偶');
});

test('only the person and the security administrator declare, once, and with supervised organisations', async () => {
  expect((await declare('leader1', 'inspector3', 'youyi')).status).toBe(403);
  expect((await declare('inspector3', 'inspector3', 'reform')).body.detail).toMatch('请选择医院或责任部门');
  expect((await declare('inspector3', 'inspector3', 'youyi', { until: monday })).status).toBe(400);
  expect((await declare('inspector3', 'inspector3', 'youyi', { sort: 'friend' })).status).toBe(400);
  expect((await declare('inspector3', 'inspector3', 'youyi')).status).toBe(201);
  expect((await declare('inspector3', 'inspector3', 'youyi')).status).toBe(409);
});

test('a relation that is over is ended with a reason and stays readable', async () => {
  const { body } = await declare('head1', 'head1', 'tiantan');
  const end = async (login: string, version = 1) =>
    (await api.as(login)).send('POST', `/api/relations/${body.id}/end`, { version, why: '已调离' });
  expect((await end('head2')).status).toBe(404);
  expect((await end('head1', 3)).status).toBe(409);
  expect((await end('head1')).status).toBe(204);
  expect((await end('head1', 2)).status).toBe(409);
  expect(await conflictsOf('head1')).toEqual([]);
  const { items } = (await (await api.as('head1')).get<RelationsView>(path('head1'))).body;
  expect(items[0]).toMatchObject({ current: false, ended: { by: '陈国栋', why: '已调离' } });
});
