import { setTimeout as pause } from 'node:timers/promises';
import { Context, heartbeat } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Clock } from '#config/clock';
import {
  behind,
  markBroadcast,
  markTold,
  openCasesAfter,
  stragglers,
  untoldVersion,
} from '#db/commands/book-broadcast';
import type { EntityManager } from '#db/orm';
import { workflowIdOf, type RunnerClient } from '#runner/runner-client';

interface Place {
  after: string;
  told: number;
}

const first: Place = { after: '00000000-0000-0000-0000-000000000000', told: 0 };
/** Cases told together. The next ones wait for them, so that people's acts never queue behind thousands of cases. */
const batch = 10;
const lookMs = 25;
/** A case without a runner takes the version in when it gets one (reconcile): nobody waits for it. */
const patienceMs = 5_000;

export function bookActivities(em: EntityManager, { client }: RunnerClient, clock: Clock) {
  async function tell(caseId: string): Promise<void> {
    try {
      await client.workflow.getHandle(workflowIdOf(caseId)).signal('book-changed');
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  async function takenIn(cases: readonly string[], version: string, place: Place): Promise<void> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until && (await behind(em.fork(), cases, version)) > 0) {
      heartbeat(place);
      await pause(lookMs);
    }
  }

  return {
    /** From where the last attempt stopped; a case told twice takes the version in once. */
    async tellOpenCases({ version }: { version: string }): Promise<void> {
      let place = (Context.current().info.heartbeatDetails as Place | undefined) ?? first;
      for (;;) {
        heartbeat(place);
        // Another version has been published since: its own broadcast tells everybody.
        if ((await untoldVersion(em.fork())) !== version) break;
        const cases = await openCasesAfter(em.fork(), place.after, batch);
        const last = cases.at(-1);
        if (last === undefined) {
          await Promise.all((await stragglers(em.fork(), version)).map(tell));
          break;
        }
        await Promise.all(cases.map(tell));
        await takenIn(cases, version, place);
        place = { after: last, told: place.told + cases.length };
        await markTold(em.fork(), version, place.told);
      }
      await markBroadcast(em.fork(), clock, version);
    },
  };
}
export type BookActivities = ReturnType<typeof bookActivities>;
