import { v5 as uuidv5 } from 'uuid';
import { epochMs, plusMs, type Instant } from '#domain/day';
import { backOffMs } from '#domain/back-off';
import type { MessageCode } from '#domain/message-codes';
import { Webhook } from '../entities/webhook.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { outboxAfter, type OutboxEntry } from '../queries/webhooks/lines.ts';

/** One line that is to be delivered to one subscriber; its id is the same at every attempt. */
export interface NextDelivery extends OutboxEntry {
  deliveryId: string;
  url: string;
  /** As it is kept: sealed. */
  secret: string;
}

export type Look = 'gone' | 'none' | NextDelivery;

const batch = 100;

/** What the subscriber is to be told next; lines that are none of his are passed over. `gone`: he is not to be told. */
export async function nextDelivery(orm: EntityManager, webhookId: string): Promise<Look> {
  const em = orm.fork();
  const hook = await em.findOne(Webhook, { id: webhookId });
  if (!hook || hook.pausedAt || hook.stoppedAt || hook.withdrawnAt) return 'gone';
  await em.execute('select number_outbox()');
  for (let cursor = hook.cursor; ;) {
    const lines = await outboxAfter(em, cursor, batch);
    const next = lines.find(({ event }) => hook.events.includes(event));
    if (next) {
      const deliveryId = uuidv5(next.position, webhookId);
      return { ...next, deliveryId, url: hook.url, secret: hook.secret };
    }
    const last = lines.at(-1);
    if (last) await moveOn(em, webhookId, (cursor = last.position));
    if (lines.length < batch) return 'none';
  }
}

const moveOn = (em: EntityManager, webhookId: string, position: string) =>
  em.execute('update webhook set cursor = greatest(cursor, ?::bigint) where id = ?', [position, webhookId]);

interface Tried {
  webhookId: string;
  delivery: NextDelivery;
  status: number | null;
  failure: string | null;
  now: Instant;
}

/** Keeps the attempt; a later one of the same line adds to it. */
function keepAttempt(
  em: EntityManager,
  { webhookId, delivery, status, failure, now }: Tried,
): Promise<unknown> {
  return em.execute(
    `insert into webhook_delivery (webhook_id, position, id, event, case_id, at, attempts, status, failure, done_at)
     values (?, ?::bigint, ?, ?, ?, ?, 1, ?, ?, ?)
     on conflict (webhook_id, position) do update set attempts = webhook_delivery.attempts + 1,
       status = excluded.status, failure = excluded.failure, done_at = excluded.done_at`,
    [
      ...[webhookId, delivery.position, delivery.deliveryId, delivery.event, delivery.caseId],
      ...[now, status, failure, failure === null ? now : null],
    ],
  );
}

export function markDelivered(orm: EntityManager, tried: Omit<Tried, 'failure'>): Promise<void> {
  return orm.fork().transactional(async (em) => {
    await keepAttempt(em, { ...tried, failure: null });
    await moveOn(em, tried.webhookId, tried.delivery.position);
    await em.execute('update webhook set failures = 0, failing_since = null where id = ? and failures > 0', [
      tried.webhookId,
    ]);
  });
}

/** After so long without one delivery it is stopped, and the system administrators are told; product default. */
const stopAfterMs = 7 * 86_400_000;
const stopped: MessageCode = 'webhook-stopped';

/** How long to wait until the next attempt; undefined: it has been stopped. */
export function markUndelivered(
  orm: EntityManager,
  tried: Tried & { failure: string },
): Promise<number | undefined> {
  return orm.fork().transactional(async (em) => {
    const { webhookId, now } = tried;
    await keepAttempt(em, tried);
    const [row] = await em.execute<{ failures: number; since: string; name: string }[]>(
      `update webhook set failures = failures + 1, failing_since = coalesce(failing_since, ?) where id = ?
       returning failures, name, to_char(failing_since, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as since`,
      [now, webhookId],
    );
    if (!row) return undefined;
    if (epochMs(now) < epochMs(plusMs(row.since, stopAfterMs))) return backOffMs(row.failures);
    await em.execute('update webhook set stopped_at = ? where id = ?', [now, webhookId]);
    await em.execute(
      `insert into message (id, key, at, role, code, params) values (?, ?, ?, 'system-admin', ?, ?::jsonb)
       on conflict (key) do nothing`,
      [newId(), `${stopped}/${webhookId}/${row.since}`, now, stopped, JSON.stringify({ name: row.name })],
    );
    return undefined;
  });
}

/** Lines that every subscriber has passed, and attempts of long ago. */
const keptMs = 30 * 86_400_000;

export async function tidyOutbox(orm: EntityManager, now: Instant): Promise<void> {
  const em = orm.fork();
  const before = plusMs(now, -keptMs);
  await em.execute(
    `delete from outbox where at < ? and position <= coalesce(
       (select min(cursor) from webhook where withdrawn_at is null), (select last from outbox_position))`,
    [before],
  );
  await em.execute('delete from webhook_delivery where at < ? and done_at is not null', [before]);
}
