import { proxyActivities, setHandler } from '@temporalio/workflow';
import type { WorkloadActivities } from '#activities/workload';
import { goOn } from './messages.ts';

const { moveWorkload } = proxyActivities<WorkloadActivities>({
  startToCloseTimeout: '12h',
  // A worker that is killed is noticed after so long, and another goes on with the next todo.
  heartbeatTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Moves a workload until it is moved, paused or stopped. Who goes on while the last look is under way is not missed. */
export async function handOverWork({ handoverId }: { handoverId: string }): Promise<void> {
  let called = true;
  setHandler(goOn, () => {
    called = true;
  });
  while (called) {
    called = false;
    await moveWorkload({ handoverId });
  }
}
