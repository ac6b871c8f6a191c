import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { RunCaseInput } from '#contracts/act';
import { actUpdate, bookChanged } from './messages.ts';
import { CaseRun } from './case-run.ts';

/**
 * The runner: one workflow per case, for every kind. It waits for an act or for the next deadline, asks
 * decide(), has the commit done in one transaction, and starts what follows on the outside (design.md §2).
 */
export async function runCase(input: RunCaseInput): Promise<void> {
  const run = new CaseRun(input);
  setHandler(actUpdate, (message) => run.act(message));
  setHandler(bookChanged, () => run.reload());
  await run.start();
  await condition(() => run.ended() || (longEnough(input) && run.restsHere()));
  if (run.ended()) return;
  await continueAsNew<typeof runCase>(input);
}

/** History fails at 51,200 events; Temporal suggests to go on anew at 4,096. */
function longEnough({ historyLimit }: RunCaseInput): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return (historyLimit === undefined ? continueAsNewSuggested : historyLength >= historyLimit) && allHandlersFinished();
}
