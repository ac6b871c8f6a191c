import { digestWorkflowId, mailWorkflowId, webhookWorkflowId } from '#contracts/feeds';
import { workflowTaskTimeout, type RunnerClient } from './runner-client.ts';

const patienceMs = 3_000;

/** Runs on if it runs; a new one otherwise. */
async function start(
  { client, taskQueue }: RunnerClient,
  type: string,
  workflowId: string,
  args: unknown[] = [],
): Promise<void> {
  await client.workflow.start(type, {
    ...{ workflowId, taskQueue, args, workflowTaskTimeout },
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}

export async function startMail(runner: RunnerClient): Promise<void> {
  await start(runner, 'mailDigests', digestWorkflowId(runner.taskQueue));
  await start(runner, 'sendMails', mailWorkflowId(runner.taskQueue));
}

export const startWebhook = (runner: RunnerClient, webhookId: string): Promise<void> =>
  start(runner, 'deliverWebhook', webhookWorkflowId(webhookId), [{ webhookId }]);

/** Something about it was changed: it is tried at once. While Temporal is away the worker's upkeep sees to it later. */
export async function wakeWebhook({ client, taskQueue }: RunnerClient, webhookId: string): Promise<void> {
  const options = {
    ...{ workflowId: webhookWorkflowId(webhookId), taskQueue, args: [{ webhookId }], workflowTaskTimeout },
    signal: 'webhook-changed',
  };
  const deadline = performance.timeOrigin + performance.now() + patienceMs;
  await client
    .withDeadline(deadline, () => client.workflow.signalWithStart('deliverWebhook', options))
    .catch(() => undefined);
}
