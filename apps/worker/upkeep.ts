import { setInterval } from 'node:timers/promises';
import type { Clock } from '#config/clock';
import { tellOfEnds } from '#db/commands/absence-messages';
import { untoldVersion } from '#db/commands/book-broadcast';
import { runningHandovers } from '#db/commands/workload-moves';
import { forgetEmailCodes } from '#db/commands/email-codes';
import { forgetProofs } from '#db/commands/proofs';
import { forgetSent } from '#db/commands/send-once';
import type { EntityManager } from '#db/orm';
import { tidyOutbox } from '#db/commands/webhook-deliveries';
import { liveCases } from '#db/queries/live-cases';
import { liveWebhooks } from '#db/queries/webhooks/list';
import { plusMs } from '#domain/day';
import { removeUnreferenced } from '#files/remove-unreferenced';
import type { FileStore } from '#files/store';
import { startMail, startWebhook } from '#runner/feeds';
import { broadcastBook } from '#runner/broadcast-book';
import { ensureHandover } from '#runner/hand-over-work';
import { reconcile } from '#runner/reconcile';
import type { RunnerClient } from '#runner/runner-client';

const everyMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;

interface Parts {
  em: EntityManager;
  runner: RunnerClient;
  store: FileStore;
  clock: Clock;
  /** Whether mail is configured. */
  mail: boolean;
}

/** A case that should go on and has no runner gets one. */
async function repair({ em, runner }: Parts): Promise<void> {
  const repaired = await reconcile(runner, liveCases(em.fork()), { repair: true });
  if (repaired.length > 0) console.log(`reconciled: ${repaired.length} cases had no runner`);
}

/** A calendar of which not every open case was told: its publisher may have died in between. */
async function tellCalendar({ em, runner }: Parts): Promise<void> {
  const version = await untoldVersion(em.fork());
  if (version !== undefined) await broadcastBook(runner, version);
}

/** A handover of work whose order Temporal did not hear, or has forgotten. */
async function moveOn({ em, runner }: Parts): Promise<void> {
  for (const id of await runningHandovers(em.fork())) await ensureHandover(runner, id);
}

/** Deputies whose time is over. */
async function tellDeputies({ em, clock }: Parts): Promise<void> {
  await tellOfEnds(em.fork(), clock);
}

/** Uploads to which no act came within a day go, and keys and codes that no longer hold. */
async function tidy({ em, store, clock }: Parts): Promise<void> {
  await removeUnreferenced(em, store, plusMs(clock.now(), -dayMs));
  await forgetSent(em.fork(), clock.now());
  await forgetProofs(em.fork(), clock.now());
  await forgetEmailCodes(em.fork(), clock);
}

/** Mail and the subscribers of webhooks: what runs, runs on. */
async function feed({ em, runner, clock, mail }: Parts): Promise<void> {
  if (mail) await startMail(runner);
  for (const id of await liveWebhooks(em.fork())) await startWebhook(runner, id);
  await tidyOutbox(em, clock.now());
}

/** After every start and every ten minutes. What fails is tried again then: nothing else waits for it. */
export async function upkeep(parts: Parts, signal: AbortSignal): Promise<void> {
  const once = async () => {
    for (const work of [repair, tellCalendar, feed, moveOn, tellDeputies, tidy]) {
      await work(parts).catch((error: unknown) =>
        console.warn(`upkeep (${work.name}) failed: ${String(error)}`),
      );
    }
  };
  await once();
  try {
    for await (const _ of setInterval(everyMs, undefined, { signal })) await once();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
