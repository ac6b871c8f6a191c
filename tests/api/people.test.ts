import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LogView } from '#contracts/log';
import type { Created, Page } from '#contracts/page';
import type { PersonView } from '#contracts/person';
import { addUser } from '#db/commands/add-user';
import { openOrm } from '#db/orm';
import { loadDemo, demoId } from '#db/seed/demo';
import { freshDatabase } from '#tests/harness/databases';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let system: Browser;
beforeAll(async () => {
  api = await runningApi();
  system = await api.as('sysadmin1');
});
afterAll(() => api.stop());

test('a person is created with an account and changes the initial password', async () => {
  const account = { login: 'New.Person', password: 'initial-2026' };
  const created = await system.send<Created>('POST', '/api/people', { name: '钱新民', account });
  expect(created.status).toBe(201);
  const { body } = await system.get<PersonView>(`/api/people/${created.body.id}`);
  expect(body.account).toEqual({
    login: 'new.person',
    disabled: false,
    locked: false,
    mustChangePassword: true,
  });
  const again = await system.send('POST', '/api/people', { name: '钱新国', account });
  expect(again.body).toMatchObject({ status: 409, type: 'login-taken' });
  expect((await system.get<Page<PersonView>>('/api/people?q=钱新国')).body.items).toEqual([]);
});

test('accounts are shown to the system administrator only', async () => {
  const inspector = await api.as('inspector1');
  const { body } = await inspector.get<PersonView>(`/api/people/${demoId('person', 'leader1')}`);
  expect(body.account).toBeNull();
});

test('a hospital finds its own people only', async () => {
  const { body } = await (await api.as('youyi.principal')).get<Page<PersonView>>('/api/people?limit=200');
  const ids = ['principal', 'liaison', 'clerk'].map((role) => demoId('person', `youyi.${role}`));
  expect(body.items.map((person) => person.id).sort()).toEqual(ids.sort());
});

test('a phone is covered, and whoever looks at it whole stands in the log', async () => {
  const inspector = await api.as('inspector1');
  const id = demoId('person', 'youyi.liaison');
  expect((await inspector.get<PersonView>(`/api/people/${id}`)).body.phone).toMatch(/^010\*{4}\d\d$/);
  expect((await inspector.get<{ phone: string }>(`/api/people/${id}/phone`)).body.phone).toMatch(
    /^010-5550\d{4}$/,
  );
  const auditor = await api.as('auditor1');
  const { body } = await auditor.get<Page<LogView>>('/api/log?kind=protected-viewed');
  expect(body.items).toMatchObject([{ personName: '李明远', subject: 'person', subjectId: id }]);
});

test('a law-enforcement certificate is a dated attribute', async () => {
  const id = demoId('person', 'inspector2');
  const path = `/api/people/${id}/qualifications`;
  const given = { sort: 'certificate', number: '京演示-1234', from: '2026-01-01' };
  expect((await system.send('POST', path, { ...given, until: '2026-01-01' })).body.errors).toEqual([
    { field: 'until', detail: '截止日期应晚于起始日期' },
  ]);
  expect((await system.send('POST', path, { ...given, until: '2026-11-23' })).status).toBe(201);
  const { body } = await system.get<PersonView>(`/api/people/${id}`);
  expect(body.qualifications[0]).toMatchObject({ number: '京演示-1234', current: false });
});

test('a disabled person is out of the lists and out of the system, and comes back', async () => {
  const browser = await api.as('fagai1');
  const id = demoId('person', 'fagai1');
  expect((await system.send('POST', `/api/people/${id}/disable`, { version: 1 })).status).toBe(204);
  expect((await browser.get('/api/session')).status).toBe(401);
  expect((await system.get<Page<PersonView>>('/api/people?q=fagai1')).body.items).toEqual([]);
  expect(
    (await system.get<Page<PersonView>>('/api/people?q=fagai1&withDisabled=true')).body.items,
  ).toHaveLength(1);
  expect((await system.send('POST', `/api/people/${id}/enable`, { version: 2 })).status).toBe(204);
});

test('the demo seed can be loaded again, never in production and never beside real organisations', async () => {
  const em = api.orm.em.fork();
  expect(await loadDemo(em, { environment: 'test', clock: api.clock })).toBe(true);
  await expect(loadDemo(em, { environment: 'production', clock: api.clock })).rejects.toThrow('生产环境');
});

test('the first administrators come from the command line, once a role', async () => {
  const orm = await openOrm(await freshDatabase(), { poolSize: 2 });
  const em = orm.em.fork();
  const user = { login: 'admin', password: 'first-2026', name: '首任', role: 'system-admin' as const };
  await expect(addUser(em, api.clock, user)).rejects.toThrow('--bureau');
  await addUser(em, api.clock, { ...user, bureau: '某市卫生健康委员会' });
  await addUser(em, api.clock, { ...user, login: 'security', role: 'security-admin' });
  await expect(addUser(em, api.clock, { ...user, login: 'second' })).rejects.toThrow('已有人担任');
  expect(await loadDemo(em, { environment: 'test', clock: api.clock })).toBe(false);
  await orm.close(true);
});
