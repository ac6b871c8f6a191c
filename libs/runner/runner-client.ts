import { Client, Connection } from '@temporalio/client';

/** Where runners live. One workflow per case, its id derived from the case's. */
export interface RunnerClient {
  client: Client;
  taskQueue: string;
}

export const workflowIdOf = (caseId: string): string => `case:${caseId}`;
/** After a worker was killed its next act waits this long, not the default ten seconds. */
export const workflowTaskTimeout = '3s';

/** Connects at the first call, so that a process starts while Temporal is away. */
export function connectRunner(address: string, namespace: string, taskQueue: string): RunnerClient {
  const connection = Connection.lazy({ address });
  return { client: new Client({ connection, namespace }), taskQueue };
}
