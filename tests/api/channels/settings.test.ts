import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openVault } from '#config/vault';
import { signatureOf } from '#channels/post-webhook';
import type { LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import type { PersonView } from '#contracts/person';
import type { SettingsView } from '#contracts/settings';
import type { WebhookSecret, WebhookTest } from '#contracts/webhook';
import { sealOldSecrets } from '#db/commands/webhook-secrets';
import { demoId } from '#db/seed/demo';
import { httpReceiver } from '#tests/harness/receiver';
import { runningApi, type RunningApi } from '../running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.stop());

const stored = (id: string) => api.orm.em.fork().execute('select * from webhook where id = ?', [id]);

const logOf = async (kind: string) =>
  (await (await api.as('auditor1')).get<Page<LogView>>(`/api/log?kind=${kind}&limit=5`)).body.items;

test('a person sets his own address; only he and the system administrator see it, and the log says so', async () => {
  const liaison = await api.as('youyi.liaison');
  const { body: before } = await liaison.get<SettingsView>('/api/settings');
  expect(before).toMatchObject({ email: null, mailChoice: 'digest', mailOn: false });
  const given = { version: before.version, email: 'guo@youyi.example', mailChoice: 'urgent' };
  expect((await liaison.send('PUT', '/api/settings', given)).status).toBe(204);
  expect((await liaison.send('PUT', '/api/settings', given)).status).toBe(409);
  const seenBy = async (login: string) =>
    (await (await api.as(login)).get<PersonView>(`/api/people/${demoId('person', 'youyi.liaison')}`)).body
      .email;
  expect(await seenBy('youyi.liaison')).toBe('guo@youyi.example');
  expect(await seenBy('sysadmin1')).toBe('guo@youyi.example');
  expect(await seenBy('inspector1')).toBeNull();
  expect(await seenBy('youyi.principal')).toBeNull();
  expect((await logOf('person-changed'))[0]?.detail).toContain('修改人员信息');
});

test('an address that is none is refused with what would be right', async () => {
  const liaison = await api.as('xuanwu.liaison');
  const answer = await liaison.send('PUT', '/api/settings', {
    version: 1,
    email: 'a b',
    mailChoice: 'digest',
  });
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('邮箱应形如') } });
  const injected = { version: 1, email: 'a@b.example\r\nBcc: c@d.example', mailChoice: 'digest' };
  expect((await liaison.send('PUT', '/api/settings', injected)).status).toBe(400);
});

test('a secret is shown when it is made and never again; a test tells the status and nothing of the answer', async () => {
  const receiver = await httpReceiver();
  receiver.answer = () => 418;
  const admin = await api.as('sysadmin1');
  const body = { name: '短信平台', url: receiver.url, events: ['urge'] };
  const made = await admin.send<WebhookSecret>('POST', '/api/webhooks', body);
  expect(made.status).toBe(201);
  const { id, secret } = made.body;
  const list = await admin.get<{ items: object[] }>('/api/webhooks');
  expect(JSON.stringify(list.body)).not.toContain(secret);
  expect(list.body.items).toMatchObject([{ id, secretEnd: secret.slice(-4) }]);
  expect(JSON.stringify(await stored(id))).not.toContain(secret);
  const tried = await admin.send<WebhookTest>('POST', `/api/webhooks/${id}/test`);
  expect(tried.body).toEqual({ ok: false, status: 418, failure: '对方答复 418' });
  const again = await admin.send<WebhookSecret>('POST', `/api/webhooks/${id}/secret`);
  expect(again.body.secret).not.toBe(secret);
  expect((await admin.send('POST', `/api/webhooks/${id}/withdraw`)).status).toBe(204);
  expect((await admin.send('POST', `/api/webhooks/${id}/test`)).status).toBe(404);
  expect((await logOf('channel-changed')).map(({ detail }) => detail).reverse()).toEqual([
    '新建消息推送：短信平台',
    '发送推送测试：短信平台',
    '更换推送密钥：短信平台',
    '撤销消息推送：短信平台',
  ]);
  expect(JSON.stringify(await logOf('channel-changed'))).not.toContain(secret);
  await receiver.stop();
});

test('a secret of before is sealed at the next start, signs as it did, and one sealed elsewhere is named', async () => {
  const receiver = await httpReceiver();
  const admin = await api.as('sysadmin1');
  const body = { name: '老平台', url: receiver.url, events: ['urge'] };
  const { id } = (await admin.send<WebhookSecret>('POST', '/api/webhooks', body)).body;
  const em = () => api.orm.em.fork();
  const clear = `update webhook set secret = 'old-secret-in-clear', secret_end = '' where id = ?`;
  await em().execute(clear, [id]);
  const vault = openVault(api.dataDir);
  await Promise.all([sealOldSecrets(em(), vault), sealOldSecrets(em(), vault)]);
  await sealOldSecrets(em(), vault);
  expect(await stored(id)).toMatchObject([{ secret: expect.stringMatching(/^v1\./), secret_end: 'lear' }]);
  expect((await admin.send<WebhookTest>('POST', `/api/webhooks/${id}/test`)).body.ok).toBe(true);
  const [got] = receiver.received;
  const timestamp = Number(got?.headers['x-duxing-timestamp']);
  const signature = signatureOf('old-secret-in-clear', timestamp, got?.body ?? '');
  expect(got?.headers['x-duxing-signature']).toBe(signature);
  await em().execute(clear, [id]);
  await sealOldSecrets(em(), openVault(api.dataDir, 'ab'.repeat(32)));
  const tried = await admin.send<WebhookTest>('POST', `/api/webhooks/${id}/test`);
  expect(tried.body).toMatchObject({ ok: false, failure: expect.stringContaining('请更换密钥') });
  expect((await admin.send('POST', `/api/webhooks/${id}/secret`)).status).toBe(201);
  expect((await admin.send<WebhookTest>('POST', `/api/webhooks/${id}/test`)).body.ok).toBe(true);
  await receiver.stop();
});

test.each([
  ['ftp://sms.example/x', '网址'],
  ['http://user:pass@sms.example/', '口令'],
  ['http://169.254.169.254/latest', '链路'],
  ['no address', '网址'],
])('a webhook to %s is refused', async (url, said) => {
  const admin = await api.as('sysadmin1');
  const answer = await admin.send('POST', '/api/webhooks', { name: '甲', url, events: ['urge'] });
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(said) } });
});
