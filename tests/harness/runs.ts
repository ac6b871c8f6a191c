import type { temporal } from '@temporalio/proto';
import { workflowIdOf } from '#runner/runner-client';
import type { Bureau } from './bureau.ts';

/** The histories of all runs of a case, the first run first. */
export async function runsOf(
  { runner }: Bureau,
  caseId: string,
): Promise<temporal.api.history.v1.IHistory[]> {
  const { workflow } = runner.client;
  const id = workflowIdOf(caseId);
  const { raw } = await workflow.getHandle(id).describe();
  const histories: temporal.api.history.v1.IHistory[] = [];
  let runId: string | null | undefined = raw.workflowExecutionInfo?.firstRunId;
  while (runId) {
    const history = await workflow.getHandle(id, runId).fetchHistory();
    histories.push(history);
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return histories;
}
