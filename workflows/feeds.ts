import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailActivities } from '#activities/mail';
import type { WebhookActivities } from '#activities/webhooks';
import { feedQueue, type DigestInput, type WebhookInput } from '#contracts/feeds';
import { epochMs, instantOf, shanghaiDay } from '#domain/day';
import { nextDigest } from '#domain/digest';
import { webhookChanged } from './messages.ts';

/** Rounds until a workflow goes on anew: some thousands of events. */
const mostRounds = 200;

/** What watches for minutes beats all the time: another worker goes on soon after one was killed. */
const feedActivities = () =>
  proxyActivities<MailActivities & WebhookActivities>({
    taskQueue: feedQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '15m',
    heartbeatTimeout: '10s',
    retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
  });

/** Each morning: whether the day is a working day is asked when it comes, since the calendar may change. */
export async function mailDigests({ lastDay }: DigestInput = {}): Promise<void> {
  const { writeDigests } = feedActivities();
  let last = lastDay;
  for (let round = 0; round < mostRounds; round += 1) {
    const now = instantOf(Date.now());
    const next = nextDigest(now, last);
    if (next > now) await sleep(epochMs(next) - Date.now());
    const moment = instantOf(Date.now());
    if ((await writeDigests({ now: moment })) === 'off') return;
    last = shanghaiDay(moment);
  }
  await continueAsNew<typeof mailDigests>(last === undefined ? {} : { lastDay: last });
}

/** Watches for what is urgent and sends what is due, for ever. */
export async function sendMails(): Promise<void> {
  const activities = feedActivities();
  for (let round = 0; round < mostRounds; round += 1) if ((await activities.sendMails()) === 'off') return;
  await continueAsNew<typeof sendMails>();
}

/** One subscriber: told in order; who does not take it is tried again later and later, or at once when he is changed. */
export async function deliverWebhook(input: WebhookInput): Promise<void> {
  const activities = feedActivities();
  let changed = false;
  setHandler(webhookChanged, () => void (changed = true));
  for (let round = 0; round < mostRounds; round += 1) {
    changed = false;
    const { told, ...failed } = await activities.deliverWebhook(input);
    if (told === 'over' && !changed) return;
    if ('waitMs' in failed) await condition(() => changed, failed.waitMs);
  }
  await continueAsNew<typeof deliverWebhook>(input);
}
