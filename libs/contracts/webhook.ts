import { z } from 'zod';
import { words } from './page.ts';
import { webhookEventCodes } from './webhook-event.ts';

const events = z.enum(webhookEventCodes);

/** Link-local addresses belong to the machine's own network card and to clouds' keys: no receiver lives there. */
const linkLocal = /^(169\.254\.|\[fe80:)/i;

function isReceiver(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  const web = protocol === 'https:' || protocol === 'http:';
  return web && !username && !password && !linkLocal.test(hostname);
}

const given = {
  name: words(50),
  url: z
    .string()
    .trim()
    .max(500)
    .refine(isReceiver, '应为 http 或 https 网址，不含用户名和口令，也不能是本机链路地址'),
  events: z.array(events).min(1, '请至少选一项').max(webhookEventCodes.length),
};

export const newWebhook = z.object(given).meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof newWebhook>;

export const editWebhook = z
  .object({ version: z.number().int().min(1), ...given })
  .meta({ id: 'EditWebhook' });
export type EditWebhook = z.infer<typeof editWebhook>;

/** `skip`: what gathered meanwhile is not delivered any more. */
export const resumeWebhook = z.object({ skip: z.boolean().default(false) }).meta({ id: 'ResumeWebhook' });

/** Shown once: afterwards it can only be replaced. */
export const webhookSecret = z.object({ id: z.uuid(), secret: z.string() }).meta({ id: 'WebhookSecret' });
export type WebhookSecret = z.infer<typeof webhookSecret>;

export const webhookTest = z
  .object({ ok: z.boolean(), status: z.number().int().nullable(), failure: z.string().nullable() })
  .meta({ id: 'WebhookTest' });
export type WebhookTest = z.infer<typeof webhookTest>;

export const webhookView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    events: z.array(events),
    version: z.number().int(),
    /** The last characters of the secret, by which two are told apart. */
    secretEnd: z.string(),
    state: z.enum(['active', 'failing', 'paused', 'stopped']),
    /** Since when it is paused, stopped or failing. */
    since: z.iso.datetime().nullable(),
    lastFailure: z.string().nullable(),
    /** What it has not been told of yet; counted up to 1000. */
    waiting: z.number().int(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof webhookView>;
export const webhookList = z.object({ items: z.array(webhookView) }).meta({ id: 'WebhookList' });

export const webhookDelivery = z
  .object({
    id: z.uuid(),
    event: events,
    caseNumber: z.string().nullable(),
    at: z.iso.datetime(),
    attempts: z.number().int(),
    status: z.number().int().nullable(),
    failure: z.string().nullable(),
    doneAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const webhookDeliveries = z
  .object({ items: z.array(webhookDelivery) })
  .meta({ id: 'WebhookDeliveries' });
