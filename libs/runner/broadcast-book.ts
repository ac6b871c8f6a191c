import { workflowTaskTimeout, type RunnerClient } from './runner-client.ts';

/**
 * Has every open case told of a version of the book: another calendar, or rows that were appended. One broadcast a version: started again while it runs it is
 * the same, and after it has failed or was lost it goes on.
 */
export async function broadcastBook({ client, taskQueue }: RunnerClient, version: string): Promise<void> {
  await client.workflow.start('broadcastBook', {
    workflowId: `${taskQueue}:book:${version}`,
    taskQueue,
    args: [{ version }],
    workflowTaskTimeout,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
