import { setInterval } from 'node:timers/promises';
import type { EntityManager } from '#db/orm';
import { liveCases } from '#db/queries/live-cases';
import { reconcile } from '#runner/reconcile';
import type { RunnerClient } from '#runner/runner-client';

const everyMs = 10 * 60_000;

/** After every start and every ten minutes: a case that should go on and has no runner gets one. */
export async function keepReconciled(em: EntityManager, runner: RunnerClient, signal: AbortSignal): Promise<void> {
  const once = async () => {
    try {
      const repaired = await reconcile(runner, liveCases(em.fork()), { repair: true });
      if (repaired.length > 0) console.log(`reconciled: ${repaired.length} cases had no runner`);
    } catch (error) {
      console.warn(`reconcile failed, tried again in ten minutes: ${String(error)}`);
    }
  };
  await once();
  try {
    for await (const _ of setInterval(everyMs, undefined, { signal })) await once();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
