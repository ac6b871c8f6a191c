import { proxyActivities } from '@temporalio/workflow';
import type { BookActivities } from '#activities/book';

const { tellOpenCases } = proxyActivities<BookActivities>({
  startToCloseTimeout: '6h',
  // A worker that is killed is noticed after so long, and another goes on from the last heartbeat.
  heartbeatTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** Tells every open case that the rule book has a new version; each then takes it in by itself (case-run.ts). */
export async function broadcastBook({ version }: { version: string }): Promise<void> {
  await tellOpenCases({ version });
}
