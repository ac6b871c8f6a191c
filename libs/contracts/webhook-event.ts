import { messageCodes, type MessageCode } from '#domain/message-codes';

/** What a subscriber can be told of: a message of one sort, or every event of every case. */
export type WebhookEvent = MessageCode | 'case-event';

const labels = Object.entries(messageCodes).map(([code, { label }]) => [code, `消息：${label}`]);
export const webhookEvents = {
  ...Object.fromEntries(labels),
  'case-event': '事项的每一步办理',
} as Record<WebhookEvent, string>;
export const webhookEventCodes = Object.keys(webhookEvents) as [WebhookEvent, ...WebhookEvent[]];
