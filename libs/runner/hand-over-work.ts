import { workflowTaskTimeout, type RunnerClient } from './runner-client.ts';

const options = ({ taskQueue }: RunnerClient, handoverId: string) => ({
  workflowId: `${taskQueue}:workload:${handoverId}`,
  taskQueue,
  args: [{ handoverId }] as [{ handoverId: string }],
  workflowTaskTimeout,
});

/** After an order, and after a person has resumed or taken back: a run that is just about to end looks once more. */
export async function goOnWithHandover(runner: RunnerClient, handoverId: string): Promise<void> {
  await runner.client.workflow.signalWithStart('handOverWork', {
    ...options(runner, handoverId),
    signal: 'go-on',
  });
}

/** Where it should run and does not, because Temporal was away or its store was lost. */
export async function ensureHandover(runner: RunnerClient, handoverId: string): Promise<void> {
  await runner.client.workflow.start('handOverWork', {
    ...options(runner, handoverId),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
