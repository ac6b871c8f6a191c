import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { conflict, notFound, stale } from '#contracts/problem';
import type { EditWebhook, NewWebhook, WebhookSecret } from '#contracts/webhook';
import { Webhook } from '../entities/webhook.ts';
import type { WebhookRow } from '../entities/webhook.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { newSecret, sealSecret } from './webhook-secrets.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

/** The last line of the outbox; lines that were not seen yet are given their positions first. */
async function lastPosition(em: EntityManager): Promise<string> {
  const [row] = await em.execute<{ last: string }[]>('select number_outbox()::text as last');
  return row?.last ?? '0';
}

/** It is told of what happens from now on. */
export async function createWebhook(
  em: EntityManager,
  clock: Clock,
  vault: Vault,
  by: LogSource,
  given: NewWebhook,
): Promise<WebhookSecret> {
  const made = { id: newId(), secret: newSecret() };
  await em.transactional(async (tx) => {
    const cursor = await lastPosition(tx);
    const sealed = sealSecret(vault, made.id, made.secret);
    await tx.insert(Webhook, { ...given, id: made.id, ...sealed, cursor, createdAt: clock.now() });
    await logWebhook(tx, clock, by, made.id, `新建消息推送：${given.name}`);
  });
  return made;
}

export async function editWebhook(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  { version, ...given }: EditWebhook,
): Promise<void> {
  await change(em, clock, by, id, `修改消息推送：${given.name}`, (row) => {
    if (row.version !== version) throw stale();
    return given;
  });
}

/** The old one does not hold from the next delivery on. */
export async function rotateSecret(
  em: EntityManager,
  clock: Clock,
  vault: Vault,
  by: LogSource,
  id: string,
): Promise<WebhookSecret> {
  const secret = newSecret();
  await change(em, clock, by, id, '更换推送密钥', () => sealSecret(vault, id, secret));
  return { id, secret };
}

export async function pauseWebhook(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
): Promise<void> {
  await change(em, clock, by, id, '暂停消息推送', ({ pausedAt }) => {
    if (pausedAt) throw conflict('已经暂停。');
    return { pausedAt: clock.now() };
  });
}

/** Goes on where it stood, or, with `skip`, with what happens from now on. */
export async function resumeWebhook(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  skip: boolean,
): Promise<void> {
  const detail = skip ? '恢复消息推送，跳过积压的' : '恢复消息推送';
  const on = { pausedAt: null, stoppedAt: null, failingSince: null, failures: 0 };
  const cursor = skip ? { cursor: await lastPosition(em) } : {};
  await change(em, clock, by, id, detail, () => ({ ...on, ...cursor }));
}

export async function withdrawWebhook(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
): Promise<void> {
  await change(em, clock, by, id, '撤销消息推送', () => ({ withdrawnAt: clock.now() }));
}

async function change(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  detail: string,
  changes: (row: WebhookRow) => Partial<WebhookRow>,
): Promise<void> {
  await em.transactional(async (tx) => {
    const row = await webhookOf(tx, id);
    const version = row.version + 1;
    const count = await tx.nativeUpdate(Webhook, { id, version: row.version }, { ...changes(row), version });
    if (count === 0) throw stale();
    await logWebhook(tx, clock, by, id, detail.includes('：') ? detail : `${detail}：${row.name}`);
  });
}

export async function webhookOf(em: EntityManager, id: string): Promise<WebhookRow> {
  const row = await em.findOne(Webhook, { id, withdrawnAt: null }, { refresh: true });
  if (!row) throw notFound('没有这个消息推送，或已撤销。');
  return row;
}

export async function logWebhook(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  detail: string,
): Promise<void> {
  await writeLog(em, clock, by, { kind: 'channel-changed', subject: 'webhook', subjectId: id, detail });
}
