import { ApplicationFailure, CancelledFailure, Context, heartbeat, log } from '@temporalio/activity';
import type { OuterEffect } from '#domain/case';
import type { Clock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import { deliverNotices } from '#db/commands/deliver-notice';
import { memberRows } from '#db/queries/member-rows';
import { papersToServe, standsToServe } from '#db/queries/papers-to-serve';
import { raisePaperAlarm } from '#db/commands/paper-alarm';
import { markEffectDone, markEffectFailed, pendingEffect } from '#db/commands/effects';
import { allSealed } from '#db/queries/papers/sealed-papers';
import { memberId, openedId, type Cases } from './cases.ts';
import { PapersUnmade, type Papers } from './papers.ts';

export interface EffectRef {
  caseId: string;
  seq: number;
  index: number;
  /** Only for whoever reads a history; the effect itself is read from its row. */
  type: OuterEffect['type'];
}

/** Well within the heartbeat time-out of workflows/activity-options.ts. */
const beatMs = 2_000;

/** Some four seconds of tries: a renderer that was replaced, a disk that was full for a moment are no alarm. */
const attemptsBeforeAlarm = 4;

function wordsOf(error: unknown): string {
  if (error instanceof PapersUnmade) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Performs one effect to the outside. It may run twice (a carried one), so each receiver is keyed by the reference. */
export function effectActivities(em: EntityManager, papers: Papers, cases: Cases, clock: Clock) {
  /** In the inboxes first; then the case that serves it asks for signatures, of papers for one each as many cases. */
  async function deliver(
    ref: EffectRef,
    { to, serving, each }: Extract<OuterEffect, { type: 'deliverNotice' }>,
  ): Promise<void> {
    const { caseId } = ref;
    const servingOf = (nth: number) => (each ? memberId(caseId, nth) : openedId(ref));
    const delivering = { caseId, to, at: clock.now(), ...(serving === undefined ? {} : { servingOf }) };
    const { papers, unset } = await deliverNotices(em.fork(), delivering);
    if (serving !== undefined && each) {
      const rows = await papersToServe(em.fork(), ref);
      await cases.openMembers(ref, 'serving', rows);
      if (unset === 0) await cases.tellOpened(ref, rows.length);
    } else if (serving !== undefined && papers > 0)
      await cases.openOne(ref, { kind: 'serving', fields: { paper: serving, to: to.join(',') } });
    // It became void while its services were opened; those that were open then heard it already.
    if (serving !== undefined && !(await standsToServe(em.fork(), caseId)))
      await cases.tellMembers(ref, 'paper-voided');
    if (unset > 0) throw new Error(`${unset} papers are not set yet`);
  }
  async function openListed(ref: EffectRef, kind: string): Promise<void> {
    const rows = await memberRows(em.fork(), ref.caseId);
    await cases.openMembers(ref, kind, rows);
    await cases.tellOpened(ref, rows.length);
  }
  async function perform(ref: EffectRef, effect: OuterEffect): Promise<void> {
    switch (effect.type) {
      case 'issueNotice':
        await papers.render(ref);
        if (effect.whenSealed && (await allSealed(em.fork(), ref)))
          await cases.tellSealed(ref, effect.whenSealed);
        return effect.service === undefined ? undefined : cases.tellReady(ref, effect.service);
      case 'deliverNotice':
        return deliver(ref, effect);
      case 'openCases':
        return openListed(ref, effect.kind);
      case 'openCase':
        return cases.openOne(ref, effect);
      case 'tellCase':
        return cases.tell(ref, effect);
      case 'tellMembers':
        return cases.tellMembers(ref, effect.action);
    }
  }
  return {
    async performEffect(ref: EffectRef): Promise<void> {
      const effect = await pendingEffect(em.fork(), ref);
      if (!effect) return;
      const beating = setInterval(() => heartbeat(), beatMs);
      try {
        await perform(ref, effect);
      } catch (error) {
        const failure = wordsOf(error);
        await markEffectFailed(em.fork(), ref, failure).catch(
          () => void log.warn('failure not recorded', { ...ref }),
        );
        // Not only at that very attempt, which may have ended with its worker.
        if (error instanceof PapersUnmade && Context.current().info.attempt >= attemptsBeforeAlarm)
          await raisePaperAlarm(em, { ...ref, failures: error.failures, at: clock.now() }).catch(
            () => void log.warn('alarm not raised', { ...ref }),
          );
        if (error instanceof CancelledFailure) throw error;
        // Failures are read in histories too, and this one may quote a form: its words stay in the effect's row.
        throw ApplicationFailure.retryable("told in the effect's row", 'EffectFailed');
      } finally {
        clearInterval(beating);
      }
      await markEffectDone(em.fork(), ref, clock.now());
    },
  };
}
export type EffectActivities = ReturnType<typeof effectActivities>;
