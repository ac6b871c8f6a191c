import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { WebhookEvent } from '#contracts/webhook-event';
import { instant, json, text, uuid } from '../columns.ts';

/** Who is told of messages and events of cases by HTTP: the bureau's own messenger, SMS, another system. */
export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: uuid().primary(),
    name: text(),
    url: text(),
    events: json<WebhookEvent[]>(),
    /** Sealed (libs/config/vault.ts): signing needs it as it was given. */
    secret: text().hidden(),
    secretEnd: text().default(''),
    version: p.integer().default(1),
    createdAt: instant(),
    cursor: p.bigint('string'),
    failures: p.integer().default(0),
    failingSince: instant().nullable(),
    pausedAt: instant().nullable(),
    /** By the product, after days of failing. */
    stoppedAt: instant().nullable(),
    withdrawnAt: instant().nullable(),
  },
});
export type WebhookRow = InferEntity<typeof Webhook>;

export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    webhookId: () =>
      p
        .manyToOne(Webhook)
        .mapToPk()
        .joinColumn('webhook_id')
        .updateRule('no action')
        .deleteRule('no action')
        .primary(),
    position: p.bigint('string').primary(),
    /** The same at every attempt: the receiver recognises a repetition by it. */
    id: uuid(),
    event: text().$type<WebhookEvent>(),
    caseId: uuid().nullable(),
    at: instant(),
    attempts: p.integer().default(0),
    /** Of the last answer. */
    status: p.integer().nullable(),
    failure: text().nullable(),
    doneAt: instant().nullable(),
  },
});

/** A message or an event of a case, in the order in which subscribers are told (migration 0009 says why). */
export const OutboxLine = defineEntity({
  name: 'OutboxLine',
  tableName: 'outbox',
  properties: {
    id: p.bigint('string').primary().generated('identity'),
    position: p.bigint('string').nullable().unique(),
    sort: text().$type<'message' | 'case-event'>(),
    caseId: uuid().nullable(),
    seq: p.integer().nullable(),
    messageId: uuid().nullable(),
    at: instant(),
  },
});

export const OutboxPosition = defineEntity({
  name: 'OutboxPosition',
  tableName: 'outbox_position',
  properties: { id: p.integer().primary().autoincrement(false), last: p.bigint('string') },
});
