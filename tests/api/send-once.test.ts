import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { UploadedFiles } from '#contracts/file';
import type { Created } from '#contracts/page';
import type { WebhookSecret } from '#contracts/webhook';
import { forgetSent } from '#db/commands/send-once';
import { newId } from '#db/id';
import { plusMs } from '#domain/day';
import { commitUnheard, gateCommits } from '#tests/harness/lost-commit';
import { uploadingApi, type UploadingApi } from './uploading.ts';
import type { Browser, RunningApi } from './running-api.ts';

let uploading: UploadingApi;
let api: RunningApi;
let admin: Browser;
let key: string;
beforeAll(async () => {
  uploading = await uploadingApi(['inspector1', 'inspector2']);
  api = uploading.api;
  admin = await api.as('sysadmin1');
});
beforeEach(() => void (key = newId()));
afterAll(() => api.stop());

const person = (name: string) => ({
  name,
  account: { login: `p${newId().slice(-12)}`, password: 'Duxing-2027-x' },
});
const count = async (table: string, condition: string, value: string) =>
  (
    await api.orm.em
      .fork()
      .execute<{ n: number }[]>(`select count(*)::int n from ${table} where ${condition} = ?`, [value])
  )[0]?.n;

test('what is sent twice under one key is made once and answered alike', async () => {
  const body = person('两次一');
  const first = await admin.send<Created>('POST', '/api/people', body, key);
  const second = await admin.send<Created>('POST', '/api/people', body, key);
  expect(first).toMatchObject({ status: 201, body: { id: expect.any(String) } });
  expect(second).toMatchObject({ status: 201, body: first.body });
  expect(await count('person', 'name', '两次一')).toBe(1);
  expect(await count('log_entry', 'detail', '新建人员：两次一')).toBe(1);
});

test('an answer without content is repeated as it was', async () => {
  const { body } = await admin.send<Created>('POST', '/api/people', person('两次二'));
  const disable = () => admin.send('POST', `/api/people/${body.id}/disable`, { version: 1 }, key);
  expect([(await disable()).status, (await disable()).status]).toEqual([204, 204]);
});

test('at the same moment one is made, and all are told of it', async () => {
  const body = person('同时一');
  const sent = [1, 2, 3].map(() => admin.send<Created>('POST', '/api/people', body, key));
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(await count('person', 'name', '同时一')).toBe(1);
});

test('the same key for something else is refused in a sentence, and nothing is made', async () => {
  await admin.send('POST', '/api/people', person('换了一'), key);
  const other = await admin.send('POST', '/api/people', person('换了二'), key);
  expect(other).toMatchObject({
    status: 422,
    body: { type: 'key-reused', detail: expect.stringContaining('不同的内容') },
  });
  const elsewhere = await admin.send('POST', '/api/orgs', { name: '换了三', type: 'hospital' }, key);
  expect([400, 422]).toContain(elsewhere.status);
  expect(await count('person', 'name', '换了二')).toBe(0);
});

test('what was refused is done when it is sent again put right, or when it has become possible', async () => {
  const bad = await admin.send('POST', '/api/people', { name: '' }, key);
  expect(bad.status).toBe(400);
  expect((await admin.send('POST', '/api/people', person('改对一'), key)).status).toBe(201);
});

test('an answer that was lost is given to whoever sends again, and its record stands once', async () => {
  await gateCommits(api.orm, 'sent_once');
  const body = JSON.stringify(person('丢了一'));
  const headers = { 'content-type': 'application/json', cookie: admin.cookie ?? '', 'idempotency-key': key };
  const send = (signal?: AbortSignal) =>
    fetch(`${uploading.address}/api/people`, { method: 'POST', body, headers, signal: signal ?? null });
  const gone = new AbortController();
  let lost: Promise<unknown> = Promise.resolve();
  const act = () => void (lost = send(gone.signal).catch((error: unknown) => error));
  await commitUnheard(api.orm, 1, act, () => Promise.resolve(gone.abort()), 'sent_once');
  expect(await lost).toMatchObject({ name: 'AbortError' });
  expect((await send()).status).toBe(201);
  expect(await count('person', 'name', '丢了一')).toBe(1);
});

const upload = async (login: string, content: string) => {
  const form = new FormData();
  form.append('file', new Blob([content]), '说明.txt');
  const headers = { ...uploading.headersOf(login), 'idempotency-key': key };
  const answer = await fetch(`${uploading.address}/api/files`, { method: 'POST', body: form, headers });
  return { status: answer.status, body: (await answer.json()) as UploadedFiles };
};

test('a file sent twice is one file, and another under its key is refused', async () => {
  const first = await upload('inspector1', '一二三');
  expect(first.status).toBe(201);
  expect(await upload('inspector1', '一二三')).toEqual(first);
  expect((await upload('inspector1', '四五六')).status).toBe(422);
  expect(await count('file', 'name', '说明.txt')).toBe(1);
  expect(uploading.stored()).toHaveLength(1);
});

test('keys of different people never meet', async () => {
  const first = await upload('inspector1', '各人');
  const second = await upload('inspector2', '各人');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(first.body.files[0]?.id).not.toBe(second.body.files[0]?.id);
});

test('no answer is kept in the clear: some show a secret', async () => {
  const given = { name: '密钥一', url: 'http://127.0.0.1:9/', events: ['case-event'] };
  const made = await admin.send<WebhookSecret>('POST', '/api/webhooks', given, key);
  const rows = await api.orm.em.fork().execute('select * from sent_once where key = ?', [key]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(made.body.secret);
  expect((await admin.send<WebhookSecret>('POST', '/api/webhooks', given, key)).body).toEqual(made.body);
});

test('a key that is none is refused; after a day keys are forgotten', async () => {
  expect((await admin.send('POST', '/api/people', person('错号'), 'once')).status).toBe(400);
  await forgetSent(api.orm.em.fork(), plusMs(api.clock.now(), 23 * 3_600_000));
  expect(await count('sent_once', '1', '1')).toBeGreaterThan(0);
  await forgetSent(api.orm.em.fork(), plusMs(api.clock.now(), 25 * 3_600_000));
  expect(await count('sent_once', '1', '1')).toBe(0);
});
