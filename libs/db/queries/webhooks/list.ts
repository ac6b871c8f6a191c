import type { WebhookDelivery, WebhookView } from '#contracts/webhook';
import { instantFromDatabase } from '../../columns.ts';
import { Webhook } from '../../entities/webhook.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';

const most = 1_000;
const shownDeliveries = 50;

interface Standing {
  id: string;
  waiting: number;
  failure: string | null;
}

export async function webhooks(em: EntityManager): Promise<WebhookView[]> {
  const rows = await em.find(Webhook, { withdrawnAt: null }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  const found = await em.execute<Standing[]>(sql`
    select w.id, (select count(*)::int from (
             select 1 from outbox o left join message m on m.id = o.message_id
              where (o.position > w.cursor or o.position is null)
                and w.events @> to_jsonb(coalesce(m.code, 'case-event')) limit ${most}) n) waiting,
           (select d.failure from webhook_delivery d where d.webhook_id = w.id order by d.position desc limit 1) failure
      from webhook w where w.withdrawn_at is null`);
  const standing = new Map(found.map((row) => [row.id, row]));
  return rows.map(({ id, name, url, events, version, secretEnd, pausedAt, stoppedAt, failingSince }) => ({
    ...{ id, name, url, events, version, secretEnd },
    state: pausedAt ? 'paused' : stoppedAt ? 'stopped' : failingSince ? 'failing' : 'active',
    since: pausedAt ?? stoppedAt ?? failingSince ?? null,
    lastFailure: standing.get(id)?.failure ?? null,
    waiting: standing.get(id)?.waiting ?? 0,
  }));
}

/** Those that are to be told: each has a workflow. */
export async function liveWebhooks(em: EntityManager): Promise<string[]> {
  const rows = await em.find(
    Webhook,
    { withdrawnAt: null, pausedAt: null, stoppedAt: null },
    { fields: ['id'] },
  );
  return rows.map(({ id }) => id);
}

export async function webhookDeliveries(em: EntityManager, webhookId: string): Promise<WebhookDelivery[]> {
  const rows = await em.execute<WebhookDelivery[]>(sql`
    select d.id, d.event, c.number "caseNumber", d.at, d.attempts, d.status, d.failure, d.done_at "doneAt"
      from webhook_delivery d left join case_file c on c.id = d.case_id
     where d.webhook_id = ${webhookId} order by d.position desc limit ${shownDeliveries}`);
  return rows.map((row) => ({
    ...row,
    at: instantFromDatabase(row.at),
    doneAt: row.doneAt && instantFromDatabase(row.doneAt),
  }));
}
