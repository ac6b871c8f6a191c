import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.stop());

const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

test('a bad field is named, in Chinese, as problem details', async () => {
  const response = await post('{"login":"","password":5}');
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.json()).toMatchObject({
    ...{ type: 'invalid', title: '填写有误', status: 400, detail: '有 2 处填写有误。' },
    errors: [
      { field: 'login', detail: '请填写登录名' },
      { field: 'password', detail: expect.stringMatching(/[一-龥]/) },
    ],
  });
});

test('malformed, missing, oversized and foreign bodies each get a clear answer', async () => {
  expect((await post('{"login":')).statusCode).toBe(400);
  expect((await post('')).statusCode).toBe(400);
  expect((await post('{"__proto__":{"admin":true},"login":"a","password":"b"}')).statusCode).toBe(400);
  expect((await post(`"${'x'.repeat(1_100_000)}"`)).statusCode).toBe(413);
  expect(
    (await post('login=a&password=b', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode,
  ).toBe(415);
  expect((await post('<a/>', { 'content-type': 'text/plain' })).statusCode).toBe(415);
});

test('a write from another site is refused', async () => {
  expect((await post('{}', { origin: 'https://evil.example' })).json()).toMatchObject({
    type: 'foreign-origin',
  });
  expect((await post('{}', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await post('{}', { origin: 'http://localhost:80', host: 'localhost' })).statusCode).toBe(400);
});

test('an unknown address of the API and a bad id are told, never the page', async () => {
  const browser = await api.as('inspector1');
  expect((await browser.get('/api/nothing')).body).toMatchObject({ status: 404, detail: '没有这个接口。' });
  expect((await browser.get('/api/orgs/not-an-id')).status).toBe(400);
  expect((await browser.get('/api/orgs?after=nonsense')).body).toMatchObject({ type: 'bad-cursor' });
  expect((await browser.get('/api/orgs?limit=100000')).status).toBe(400);
});

test('nothing of the inside leaks from an unexpected failure', async () => {
  const browser = await api.as('inspector1');
  await api.orm.em.fork().execute('alter table org_name rename to org_name_away');
  const { status, body } = await browser.get('/api/orgs?q=x');
  await api.orm.em.fork().execute('alter table org_name_away rename to org_name');
  expect({ status, type: body.type }).toEqual({ status: 500, type: 'unexpected' });
  expect(JSON.stringify(body)).not.toMatch(/org_name|select/i);
  expect(body.instance).toMatch(/^urn:request:[0-9a-f-]{36}$/);
});

test('the OpenAPI document has every schema under its name', async () => {
  const { body } = await api
    .browser()
    .get<{ components: { schemas: object }; paths: object }>('/api/openapi.json');
  expect(Object.keys(body.components.schemas)).toEqual(
    expect.arrayContaining(['Session', 'LogIn', 'Org', 'OrgPage', 'Person', 'Problem', 'LogPage']),
  );
  expect(Object.keys(body.paths)).toContain('/api/people/{id}/posts');
});
