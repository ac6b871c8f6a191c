import { digestWorkflowId, mailWorkflowId } from '#contracts/feeds';
import { workflowTaskTimeout, type RunnerClient } from './runner-client.ts';

/** Runs on if it runs; a new one otherwise. */
async function start({ client, taskQueue }: RunnerClient, type: string, workflowId: string): Promise<void> {
  await client.workflow.start(type, {
    ...{ workflowId, taskQueue, args: [], workflowTaskTimeout },
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}

export async function startMail(runner: RunnerClient): Promise<void> {
  await start(runner, 'mailDigests', digestWorkflowId(runner.taskQueue));
  await start(runner, 'sendMails', mailWorkflowId(runner.taskQueue));
}
