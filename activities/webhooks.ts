import { setTimeout as pause } from 'node:timers/promises';
import { cancellationSignal } from '@temporalio/activity';
import { postWebhook } from '#channels/post-webhook';
import type { Answer } from '#channels/post-webhook';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import type { WebhookInput, WebhookRound } from '#contracts/feeds';
import { markDelivered, markUndelivered, nextDelivery } from '#db/commands/webhook-deliveries';
import { sealedElsewhere, secretOf } from '#db/commands/webhook-secrets';
import type { EntityManager } from '#db/orm';
import { epochMs } from '#domain/day';
import { beating } from './beating.ts';

/** How long one call watches; its workflow calls it again. */
const watchMs = 9 * 60_000;
const lookMs = 1_000;

/** Tells one subscriber what happened, one line after the other. */
export function webhookActivities(em: EntityManager, clock: Clock, vault: Vault) {
  async function deliver(webhookId: string, signal: AbortSignal): Promise<WebhookRound> {
    const end = performance.now() + watchMs;
    while (performance.now() < end && !signal.aborted) {
      const delivery = await nextDelivery(em, webhookId);
      if (delivery === 'gone') return { told: 'over' };
      if (delivery === 'none') {
        await pause(lookMs, undefined, { signal }).catch(() => undefined);
        continue;
      }
      const { url, deliveryId, position } = delivery;
      const secret = secretOf(vault, { id: webhookId, secret: delivery.secret });
      const body = JSON.stringify({ delivery: deliveryId, position: Number(position), ...delivery.body });
      const timestamp = Math.floor(epochMs(clock.now()) / 1000);
      const answer: Answer =
        secret === undefined
          ? { ok: false, status: null, failure: sealedElsewhere }
          : await postWebhook({ url, secret, deliveryId, body, timestamp });
      const tried = { webhookId, delivery, status: answer.status, now: clock.now() };
      if (answer.ok) {
        await markDelivered(em, tried);
        continue;
      }
      const waitMs = await markUndelivered(em, { ...tried, failure: answer.failure });
      return waitMs === undefined ? { told: 'over' } : { told: 'failed', waitMs };
    }
    return { told: 'all' };
  }
  return {
    deliverWebhook: ({ webhookId }: WebhookInput): Promise<WebhookRound> => {
      const signal = cancellationSignal();
      return beating(() => deliver(webhookId, signal));
    },
  };
}
export type WebhookActivities = ReturnType<typeof webhookActivities>;
