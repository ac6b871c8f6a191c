import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { openVault } from '#config/vault';
import type { WebhookEvent } from '#contracts/webhook-event';
import { createWebhook, pauseWebhook, resumeWebhook, withdrawWebhook } from '#db/commands/webhooks';
import { newId } from '#db/id';
import { webhookDeliveries, webhooks } from '#db/queries/webhooks/list';
import { startWebhook, wakeWebhook } from '#runner/feeds';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { httpReceiver, type Receiver } from '#tests/harness/receiver';

// Real processes on a machine that may be busy.
jest.setTimeout(120_000);

let desk: Bureau;
let receiver: Receiver;
let worker: Running;
let hook: { id: string; secret: string };
const em = () => desk.orm.em.fork();
/** The worker’s own: both read one key file. */
const vault = () => openVault(desk.environment['DATA_DIR'] ?? '');

beforeAll(async () => {
  desk = await bureau();
  worker = await desk.startWorker();
});
beforeEach(async () => {
  receiver = await httpReceiver();
});
afterEach(async () => {
  await withdrawWebhook(em(), systemClock, {}, hook.id);
  await receiver.stop();
});
afterAll(() => desk?.stop());

async function subscribe(...events: WebhookEvent[]): Promise<void> {
  hook = await createWebhook(em(), systemClock, vault(), {}, { name: '短信平台', url: receiver.url, events });
  await startWebhook(desk.runner, hook.id);
}

async function tell(code: string, em_ = em()): Promise<string> {
  const id = newId();
  await em_.execute(
    `insert into message (id, key, at, role, code, params) values (?, ?, ?, 'system-admin', ?, '{"text":"张三","by":"李四"}')`,
    [id, id, systemClock.now(), code],
  );
  return id;
}

interface Told {
  delivery: string;
  position: number;
  type: string;
  message?: { id: string; code: string };
  case?: { id: string };
  event?: { seq: number; action: string };
}
const told = () => receiver.received.map(({ body }) => JSON.parse(body) as Told);
/** Each delivery once, as a receiver keeps them that knows a repetition by its id. */
const kept = () => [...new Map(told().map((one) => [one.delivery, one])).values()];
const enough = (count: number) => until(() => Promise.resolve(kept().length >= count));
const standing = async () => (await webhooks(em())).find(({ id }) => id === hook.id);

test('a subscriber is told what he asked for, signed, and nothing that somebody typed', async () => {
  await subscribe('posts-awaited');
  await tell('unknown-hospital');
  const id = await tell('posts-awaited');
  await enough(1);
  const [got] = receiver.received;
  expect(kept()).toMatchObject([{ type: 'message', message: { id, code: 'posts-awaited' } }]);
  const timestamp = String(got?.headers['x-duxing-timestamp']);
  const hmac = createHmac('sha256', hook.secret).update(`${timestamp}.${got?.body}`).digest('hex');
  expect(got?.headers['x-duxing-signature']).toBe(`sha256=${hmac}`);
  expect(got?.headers['x-duxing-delivery']).toBe(kept()[0]?.delivery);
  expect(Math.abs(Number(timestamp) - Date.parse(systemClock.now()) / 1000)).toBeLessThan(60);
  expect(got?.body).not.toMatch(/张三|李四/);
});

test('every event of a case comes in its order', async () => {
  await subscribe('case-event');
  const caseId = await openPair(desk, systemClock.today());
  await desk.act(caseId, await desk.person('liaison', '友谊'), 'confirm');
  await desk.act(caseId, await desk.person('liaison', '宣武'), 'confirm');
  await enough(3);
  expect(kept().map((one) => [one.case?.id, one.event?.seq, one.event?.action])).toEqual([
    [caseId, 1, 'open'],
    [caseId, 2, 'confirm'],
    [caseId, 3, 'confirm'],
  ]);
});

test('a receiver that fails is tried again and then goes on in order, with nothing lost or skipped', async () => {
  await subscribe('posts-awaited');
  let failures = 0;
  receiver.answer = () => (failures++ < 1 ? 500 : 200);
  const ids = [await tell('posts-awaited'), await tell('posts-awaited'), await tell('posts-awaited')];
  await until(async () => (await standing())?.state === 'failing');
  expect(await standing()).toMatchObject({ lastFailure: '对方答复 500' });
  await enough(3);
  expect(kept().map(({ message }) => message?.id)).toEqual(ids);
  expect(
    new Set(
      told()
        .slice(0, 2)
        .map(({ delivery }) => delivery),
    ).size,
  ).toBe(1);
  await until(async () => (await standing())?.state === 'active');
  const [, , first] = await until(async () => {
    const deliveries = await webhookDeliveries(em(), hook.id);
    return deliveries.length === 3 && deliveries;
  });
  expect(first).toMatchObject({ attempts: 2, status: 200, failure: null });
});

test('a line whose commit came late is told too, after those that came before it', async () => {
  await subscribe('posts-awaited');
  let late = '';
  let early = '';
  await em().transactional(async (slow) => {
    late = await tell('posts-awaited', slow);
    early = await tell('posts-awaited');
    await enough(1);
  });
  await enough(2);
  expect(kept().map(({ message }) => message?.id)).toEqual([early, late]);
});

test('a redirect is not followed', async () => {
  await subscribe('posts-awaited');
  receiver.answer = () => 302;
  await tell('posts-awaited');
  await until(async () => (await standing())?.state === 'failing');
  expect((await standing())?.lastFailure).toContain('302');
  expect(receiver.received.map(({ path }) => path)).not.toContain('/elsewhere');
});

test('who fails for a week is stopped, the administrator is told, and resumed he goes on where he stood', async () => {
  await subscribe('posts-awaited');
  receiver.answer = () => 503;
  const first = await tell('posts-awaited');
  await until(async () => (await standing())?.state === 'failing');
  await em().execute(`update webhook set failing_since = failing_since - interval '8 days' where id = ?`, [
    hook.id,
  ]);
  await wakeWebhook(desk.runner, hook.id);
  await until(async () => (await standing())?.state === 'stopped');
  const messages = await em().execute(`select 1 from message where code = 'webhook-stopped'`);
  expect(messages).toHaveLength(1);
  const second = await tell('posts-awaited');
  receiver.answer = () => 200;
  receiver.received.splice(0);
  await resumeWebhook(em(), systemClock, {}, hook.id, false);
  await wakeWebhook(desk.runner, hook.id);
  await enough(2);
  expect(kept().map(({ message }) => message?.id)).toEqual([first, second]);
});

test('what gathered in a pause is delivered afterwards, or skipped where that is asked for', async () => {
  await subscribe('posts-awaited');
  await pauseWebhook(em(), systemClock, {}, hook.id);
  await tell('posts-awaited');
  await resumeWebhook(em(), systemClock, {}, hook.id, true);
  await wakeWebhook(desk.runner, hook.id);
  const after = await tell('posts-awaited');
  await enough(1);
  expect(kept().map(({ message }) => message?.id)).toEqual([after]);
});

test('a worker killed in between loses nothing; what is told twice bears the same id', async () => {
  await subscribe('posts-awaited');
  receiver.answer = () => {
    if (receiver.received.length === 2) void worker.kill();
    return 200;
  };
  const ids = [];
  for (let one = 0; one < 4; one += 1) ids.push(await tell('posts-awaited'));
  await until(() => Promise.resolve(worker.child.signalCode !== null));
  worker = await desk.startWorker();
  await enough(4);
  expect(kept().map(({ message }) => message?.id)).toEqual(ids);
});
