import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LogView } from '#contracts/log';
import type { Created, Page } from '#contracts/page';
import type { SessionView } from '#contracts/session';
import { demoId } from '#db/seed/demo';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let security: Browser;
let system: Browser;
beforeAll(async () => {
  api = await runningApi();
  security = await api.as('secadmin1');
  system = await api.as('sysadmin1');
});
afterAll(() => api.stop());

const grant = (login: string, org: string, role: string, more = {}) =>
  security.send<Created & { type: string; detail: string }>(
    'POST',
    `/api/people/${demoId('person', login)}/posts`,
    {
      ...{ orgId: demoId('org', org), role, from: '2026-11-23' },
      ...more,
    },
  );

test('no one holds two of the 三员, not even when two grants come at once', async () => {
  expect((await grant('sysadmin1', 'information', 'auditor')).body).toMatchObject({
    type: 'separated-roles',
    detail: '已担任系统管理员，不能再担任审计员（三员分立）。',
  });
  const both = await Promise.all([
    grant('inspector3', 'finance', 'auditor'),
    grant('inspector3', 'finance', 'system-admin'),
  ]);
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('a later period may hold another of the three', async () => {
  expect((await grant('leader2', 'bureau', 'auditor', { until: '2027-01-01' })).status).toBe(201);
  expect((await grant('leader2', 'bureau', 'system-admin', { from: '2026-12-31' })).status).toBe(409);
  expect((await grant('leader2', 'bureau', 'system-admin', { from: '2027-01-01' })).status).toBe(201);
});

test('a role is granted only where it belongs', async () => {
  const answer = await grant('inspector1', 'youyi', 'inspector');
  expect(answer).toMatchObject({ status: 400, body: { detail: '经办人只能设在主管部门、处室' } });
  expect((await grant('inspector1', 'medical', 'liaison')).status).toBe(400);
});

test('nobody grants himself, and the system administrator grants nothing', async () => {
  expect((await grant('secadmin1', 'office', 'inspector')).body.type).toBe('own-post');
  const log = await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=refused&limit=1');
  expect(log.body.items[0]).toMatchObject({ personName: '沈月华', detail: '已拒绝：不能给本人授予职务。' });
  const path = `/api/people/${demoId('person', 'inspector2')}/posts`;
  const body = { orgId: demoId('org', 'reform'), role: 'inspector', from: '2026-11-23' };
  expect((await system.send('POST', path, body)).status).toBe(403);
});

test('the security administrator changes neither organisations nor people', async () => {
  expect((await security.send('POST', '/api/people', { name: '新人' })).status).toBe(403);
  const org = { kind: 'section', parentId: demoId('org', 'bureau'), name: '督查处' };
  expect((await security.send('POST', '/api/orgs', org)).status).toBe(403);
});

test('a change of posts holds with the next request', async () => {
  const browser = await api.as('evaluator1');
  expect((await browser.get('/api/people')).status).toBe(403);
  const { body } = await grant('evaluator1', 'reform', 'inspector');
  expect((await browser.get('/api/people')).status).toBe(200);
  expect((await security.send('POST', `/api/posts/${body.id}/end`, { on: '2026-11-23' })).status).toBe(204);
  expect((await browser.get('/api/people')).status).toBe(403);
});

test('a post in a disabled organisation gives nothing', async () => {
  const browser = await api.as('gongan1');
  const id = demoId('org', 'gongan');
  expect((await system.send('POST', `/api/orgs/${id}/disable`, { version: 1 })).status).toBe(204);
  expect((await browser.get<SessionView>('/api/session')).body.posts).toEqual([]);
});

test('changes of permissions stand in the log with who made them', async () => {
  await grant('archivist1', 'medical', 'archivist');
  const auditor = await api.as('auditor1');
  const { body } = await auditor.get<Page<LogView>>('/api/log?kind=post-changed&limit=1');
  expect(body.items[0]).toMatchObject({ personName: '沈月华', detail: '授予职务：吴素云任医疗护理处档案员' });
});
