import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemoLogins, SessionView } from '#contracts/session';
import { Account } from '#db/entities/account';
import { Session } from '#db/entities/session';
import { demoId } from '#db/seed/demo';
import { demoPassword } from '#db/seed/demo-logins';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.stop());

const logIn = (login: string, password: string) =>
  api.browser().send('POST', '/api/session', { login, password });

test('the session says who is signed in, with the labels of the posts', async () => {
  const { body } = await (await api.as('youyi.liaison')).get<SessionView>('/api/session');
  expect(body.posts).toMatchObject([
    {
      role: 'liaison',
      roleLabel: '医院联络员',
      orgName: '首都医科大学附属北京友谊医院',
      orgKind: 'hospital',
    },
  ]);
  expect(body).toMatchObject({ login: 'youyi.liaison', today: '2026-11-23', unread: { messages: 0 } });
});

test('a stranger on demo data is offered one login for each role, until its password is changed', async () => {
  const offered = async () => (await api.browser().get<DemoLogins>('/api/session/demo')).body;
  const { logins, password } = await offered();
  expect(new Set(logins.map(({ roleLabel }) => roleLabel)).size).toBe(14);
  const first = logins[0]?.login ?? '';
  expect((await logIn(first, password)).status).toBe(200);
  const changedAt = { passwordChangedAt: '2026-11-24T00:00:00.000Z' };
  await api.orm.em.fork().nativeUpdate(Account, { login: first }, changedAt);
  expect((await offered()).logins.map(({ login }) => login)).toEqual(
    logins.slice(1).map(({ login }) => login),
  );
  await api.orm.em.fork().nativeUpdate(Account, {}, { demo: false });
  expect(await offered()).toEqual({ password: '', logins: [] });
});

test('the cookie is HttpOnly and SameSite, and the database knows its hash only', async () => {
  const answer = await logIn('Inspector1', demoPassword);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^duxing_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const token = /=([\w-]+);/.exec(cookie)?.[1];
  const sessions = await api.orm.em.fork().find(Session, {});
  expect(sessions.map((session) => session.tokenHash)).not.toContain(token);
});

test('an unknown name and a wrong password get the same answer', async () => {
  const wrong = await logIn('inspector2', 'not-the-password');
  const unknown = await logIn('nobody-of-that-name', 'not-the-password');
  expect(wrong.status).toBe(401);
  expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
});

test('five failures in a row lock the name for fifteen minutes, known or not, and a burst gets no more guesses', async () => {
  for (const login of ['head1', 'no-such-head']) {
    const burst = await Promise.all(Array.from({ length: 9 }, () => logIn(login, 'wrong-wrong')));
    const statuses = burst.map((answer) => answer.status).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429, 429]);
  }
  expect((await logIn('head1', demoPassword)).status).toBe(429);
  api.clock.advanceHours(14 / 60);
  expect((await logIn('head1', demoPassword)).status).toBe(429);
  api.clock.advanceHours(2 / 60);
  expect((await logIn('head1', demoPassword)).status).toBe(200);
});

test('a success forgets the failures before it', async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let failure = 0; failure < 4; failure += 1) await logIn('head2', 'wrong-wrong');
    expect((await logIn('head2', demoPassword)).status).toBe(200);
  }
});

test('logging out ends the session', async () => {
  const browser = await api.as('leader1');
  expect((await browser.send('DELETE', '/api/session')).status).toBe(204);
  expect((await browser.get('/api/session')).status).toBe(401);
});

test('a session ends by its time', async () => {
  const browser = await api.as('leader2');
  api.clock.advanceHours(12);
  expect((await browser.get('/api/session')).status).toBe(401);
});

test('changing the password ends every other session', async () => {
  const [here, there] = [await api.as('legal1'), await api.as('legal1')];
  const change = (current: string, next: string) =>
    here.send('POST', '/api/session/password', { current, next });
  expect((await change('wrong', 'another-2026')).body.errors).toEqual([
    { field: 'current', detail: '现密码不正确' },
  ]);
  expect((await change(demoPassword, 'short')).body.detail).toMatch('至少 8 个字符');
  expect((await change(demoPassword, 'another-2026')).status).toBe(204);
  expect((await here.get('/api/session')).status).toBe(200);
  expect((await there.get('/api/session')).status).toBe(401);
  expect((await logIn('legal1', demoPassword)).status).toBe(401);
  expect((await logIn('legal1', 'another-2026')).status).toBe(200);
});

test('a password set by an administrator is changed before anything else', async () => {
  const admin = await api.as('sysadmin1');
  const personId = demoId('person', 'archivist1');
  const before = await api.as('archivist1');
  await admin.send('POST', `/api/people/${personId}/account/password`, { password: 'initial-2026' });
  expect((await before.get('/api/session')).status).toBe(401);
  const browser = await api.as('archivist1', 'initial-2026');
  expect((await browser.get('/api/orgs')).body).toMatchObject({ status: 403, type: 'must-change-password' });
  await browser.send('POST', '/api/session/password', { current: 'initial-2026', next: 'of-my-own-2026' });
  expect((await browser.get('/api/orgs')).status).toBe(200);
});

test('a disabled account is out at once', async () => {
  const admin = await api.as('sysadmin1');
  const browser = await api.as('inspector3');
  const personId = demoId('person', 'inspector3');
  expect((await admin.send('POST', `/api/people/${personId}/account/disable`)).status).toBe(204);
  expect((await browser.get('/api/session')).status).toBe(401);
  expect((await logIn('inspector3', demoPassword)).status).toBe(401);
  expect((await admin.send('POST', `/api/people/${personId}/account/enable`)).status).toBe(204);
  expect((await logIn('inspector3', demoPassword)).status).toBe(200);
});

test('passwords are kept as argon2id', async () => {
  const account = await api.orm.em.fork().findOneOrFail(Account, { login: 'inspector1' });
  expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
