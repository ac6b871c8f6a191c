import { WithStartWorkflowOperation } from '@temporalio/client';
import { newId } from '#db/id';
import { connectRunner, workflowTaskTimeout } from '#runner/runner-client';
import { startProcess } from '#tests/harness/process';
import { byClients, type Took } from './clients.ts';

export interface Floor {
  pid: number;
  start(clients: number, ids: readonly string[]): Promise<Took>;
  /** Three updates for each, one after the other. */
  act(clients: number, ids: readonly string[]): Promise<{ seconds: number; actMs: number[] }>;
  stop(): Promise<void>;
}

/** The same calls to the same Temporal server, answered by a workflow that does nothing. */
export async function startFloor(temporalAddress: string, databaseUrl: string): Promise<Floor> {
  const taskQueue = `floor-${newId()}`;
  const environment = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_TASK_QUEUE: taskQueue,
  };
  const worker = await startProcess('tests/bench/floor-worker.ts', 'worker polls', environment);
  const { client } = connectRunner(temporalAddress, 'default', taskQueue);
  const startOne = async (workflowId: string) => {
    const startWorkflowOperation = new WithStartWorkflowOperation('floor', {
      workflowId,
      taskQueue,
      args: [],
      workflowTaskTimeout,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await client.workflow.executeUpdateWithStart('act', {
      args: [{}],
      updateId: newId(),
      startWorkflowOperation,
    });
  };
  return {
    pid: worker.child.pid ?? 0,
    start: (clients, ids) => byClients(clients, ids, startOne),
    async act(clients, ids) {
      const actMs: number[] = [];
      const { seconds } = await byClients(clients, ids, async (workflowId) => {
        for (let turn = 0; turn < 3; turn += 1) {
          const start = performance.now();
          await client.workflow.getHandle(workflowId).executeUpdate('act', { args: [{}], updateId: newId() });
          actMs.push(performance.now() - start);
        }
      });
      return { seconds, actMs: actMs.sort((one, other) => one - other) };
    },
    async stop() {
      await client.connection.close();
      await worker.stop();
    },
  };
}
