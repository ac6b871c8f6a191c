import { condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { RunCaseInput } from '#contracts/act';
import { CaseRun } from './case-run.ts';
import { actUpdate, bookChanged, lookAgain } from './messages.ts';

/**
 * The runner: one workflow per case, for every kind. It waits for an act or for the next deadline, asks
 * decide(), has the commit done in one transaction, and starts what follows on the outside (design.md §2).
 */
export async function runCase(input: RunCaseInput): Promise<void> {
  const run = new CaseRun(input);
  setHandler(actUpdate, (message) => run.act(message));
  setHandler(bookChanged, () => run.reload());
  setHandler(lookAgain, () => run.reload());
  await run.start();
  await condition(() => run.ended() || run.restsHere());
  if (!run.ended()) await continueAsNew<typeof runCase>(input);
}
