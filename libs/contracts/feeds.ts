import type { Day, Instant } from '#domain/day';

/** What goes out beside the cases: workflows with ids of their own, on activities with slots of their own. */
export const digestWorkflowId = (taskQueue: string): string => `digest:${taskQueue}`;
export const mailWorkflowId = (taskQueue: string): string => `mail:${taskQueue}`;
export const webhookWorkflowId = (webhookId: string): string => `webhook:${webhookId}`;

/** A slow mail server or receiver takes no place from the effects of cases. */
export const feedQueue = (taskQueue: string): string => `${taskQueue}-feeds`;

export interface DigestInput {
  /** The last day that was dealt with. */
  lastDay?: Day;
}

export interface DigestRound {
  now: Instant;
}

/** `off`: mail is not configured (any more). */
export type FeedOutcome = 'on' | 'off';

export interface WebhookInput {
  webhookId: string;
}

/** `over`: the subscriber is paused, stopped or withdrawn. */
export type WebhookRound = { told: 'all' | 'over' } | { told: 'failed'; waitMs: number };
