import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { RunCaseInput } from '#contracts/act';
import { lookAgain } from './look-again.ts';
import { workflowIdOf, workflowTaskTimeout, type RunnerClient } from './runner-client.ts';

/** A case of which PostgreSQL says that something has to go on. */
export interface LiveCase {
  caseId: string;
  kind: string;
  number: string;
  closed: boolean;
  /** Effects to the outside that are not done. */
  undone: number;
  /** Those of them that never failed: under way, or never heard of by the runner. */
  untried: number;
}

export interface Difference {
  caseId: string;
  kind: string;
  number: string;
  /** no-runner: nothing would ever happen in it. */
  difference: 'no-runner';
  repaired: boolean;
}

/**
 * Compares what PostgreSQL says is going on with what Temporal runs. With `repair` every case that is open or
 * has effects not done, and has no runner, gets one, which starts from the stored state: a lost or older
 * Temporal store loses no case. One that has a runner and effects that were never tried is told to look at what is stored.
 */
export async function reconcile(
  runner: RunnerClient,
  live: AsyncIterable<LiveCase> | Iterable<LiveCase>,
  { repair }: { repair: boolean },
): Promise<Difference[]> {
  const running = await runningCases(runner);
  const differences: Difference[] = [];
  for await (const { caseId, kind, number, untried } of live) {
    if (running.delete(caseId)) {
      if (repair && untried > 0) await lookAgain(runner, caseId);
      continue;
    }
    // The list lags behind: by its id Temporal knows whether there is one.
    const missing = repair ? await startRunner(runner, { caseId, kind }) : !(await isRunning(runner, caseId));
    if (!missing) continue;
    differences.push({ caseId, kind, number, difference: 'no-runner', repaired: repair });
  }
  return differences;
}

async function runningCases({ client, taskQueue }: RunnerClient): Promise<Set<string>> {
  const query = `WorkflowType = 'runCase' AND ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`;
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query }))
    ids.add(workflowId.replace(/^case:/, ''));
  return ids;
}

async function isRunning({ client }: RunnerClient, caseId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowIdOf(caseId)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** False if it has one. */
async function startRunner({ client, taskQueue }: RunnerClient, input: RunCaseInput): Promise<boolean> {
  try {
    await client.workflow.start('runCase', {
      workflowId: workflowIdOf(input.caseId),
      taskQueue,
      args: [input],
      workflowTaskTimeout,
      workflowIdConflictPolicy: 'FAIL',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
