import { workflowIdOf, type RunnerClient } from './runner-client.ts';

/**
 * A runner whose answer was lost with its worker may not know what PostgreSQL holds of its case: Temporal forgets an
 * update that was never completed. It loads the case anew and begins the effects that stand there. What it knew already
 * stays as it is; where it does not hear this, the next upkeep says it again.
 */
export async function lookAgain({ client }: RunnerClient, caseId: string): Promise<void> {
  await client.workflow
    .getHandle(workflowIdOf(caseId))
    .signal('look-again')
    .catch(() => undefined);
}
