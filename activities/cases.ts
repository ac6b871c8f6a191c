import { v5 as uuidv5 } from 'uuid';
import type { OuterEffect } from '#domain/case';
import { effectActId, type ActMessage } from '#contracts/act';
import type { EntityManager } from '#db/orm';
import { actStanding } from '#db/queries/act-standing';
import type { MemberRow } from '#db/queries/member-rows';
import { openMemberCases, openMembers as countOpenMembers } from '#db/queries/open-members';
import { kindOfCase } from '#db/queries/kind-of-case';
import { openAction } from '#domain/procedure';
import { Refused } from '#runner/refused';
import type { RunnerClient } from '#runner/runner-client';
import { sendAct, type Target } from '#runner/send-act';
import { readyAction } from '#domain/service/ready';
import type { EffectRef } from './effects.ts';

/** Members opened or told side by side; each costs an update-with-start of some 50 ms. */
const atOnce = 8;

/** A case that is closed, or past the stage to which the news belongs, has heard enough. */
function unlessHeard(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

/** Of the case that an effect opens. */
export const openedId = ({ caseId, seq, index }: Omit<EffectRef, 'type'>): string =>
  uuidv5(`${seq}:${index}`, caseId);

/** Of the member of a case that this row of its list opens. */
export const memberId = (caseId: string, row: number): string => uuidv5(String(row), caseId);

/** Several at a time, until all are done or one fails. */
async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const next = async () => {
    for (const one of queue) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

/** Opening and telling other cases. Ids are derived, so that a repetition opens and tells nothing twice. */
export function casesOf(em: EntityManager, runner: RunnerClient) {
  const standing = (caseId: string, actId: string) => actStanding(em.fork(), caseId, actId);
  const send = (target: Target, message: ActMessage) => sendAct(runner, target, message, { standing });
  const system = (actId: string, action: string, fields: unknown): ActMessage => ({
    actId,
    action,
    actor: 'system',
    fields,
    facts: {},
  });

  async function openNew(kind: string, caseId: string, fields: unknown): Promise<void> {
    const actId = `${caseId}:open`;
    const { result } = await standing(caseId, actId);
    if (!result) await send({ caseId, kind, opens: true }, system(actId, openAction, fields));
  }

  return {
    openMembers: ({ caseId }: EffectRef, kind: string, rows: readonly MemberRow[]): Promise<void> =>
      sideBySide(rows, ({ row, fields }) => openNew(kind, memberId(caseId, row), fields)),

    /** The case hears that all its members are open. */
    async tellOpened({ caseId, seq, index }: EffectRef, opened: number): Promise<void> {
      const kind = await kindOfCase(em.fork(), caseId);
      if (!kind) return;
      const told = system(effectActId(caseId, seq, index), 'members-opened', { opened });
      await send({ caseId, kind }, told).catch(unlessHeard);
    },

    async tellMembers({ caseId, seq, index }: EffectRef, action: string): Promise<void> {
      const members = await openMemberCases(em.fork(), caseId);
      await sideBySide(members, async ({ id, kind }) => {
        const told = system(`${effectActId(caseId, seq, index)}:${id}`, action, {});
        await send({ caseId: id, kind }, told).catch(unlessHeard);
      });
    },

    async openOne(
      { caseId, seq, index }: EffectRef,
      { kind, fields }: Omit<Extract<OuterEffect, { type: 'openCase' }>, 'type'>,
    ) {
      // Whence it comes; a kind that keeps no source leaves it out.
      const source = { sourceCase: caseId, sourceSeq: seq };
      await openNew(kind, openedId({ caseId, seq, index }), { ...fields, ...source });
    },

    /** The bytes of a paper exist: its case hears that it is sent. */
    async tellReady({ caseId, seq, index }: EffectRef, service: number): Promise<void> {
      const kind = await kindOfCase(em.fork(), caseId);
      if (!kind) return;
      const ready = system(effectActId(caseId, seq, index), readyAction, { service });
      await send({ caseId, kind }, ready).catch(unlessHeard);
    },

    /** Whoever noted a seal by hand before is not overruled. */
    async tellSealed({ caseId, seq, index }: EffectRef, action: string): Promise<void> {
      const kind = await kindOfCase(em.fork(), caseId);
      if (!kind) return;
      const message = system(`${effectActId(caseId, seq, index)}:sealed`, action, {});
      await send({ caseId, kind }, message).catch(unlessHeard);
    },

    async tell(
      { caseId, seq, index }: EffectRef,
      effect: Extract<OuterEffect, { type: 'tellCase' }>,
    ): Promise<void> {
      const fork = em.fork();
      const kind = await kindOfCase(fork, effect.caseId);
      if (!kind) return;
      // Who tells it; a kind that needs not know leaves it out.
      const fields = { ...effect.fields, sourceCase: caseId, sourceSeq: seq };
      const message = system(effectActId(caseId, seq, index), effect.action, fields);
      message.facts = { numbers: { openMembers: await countOpenMembers(fork, effect.caseId) } };
      await send({ caseId: effect.caseId, kind }, message).catch(unlessHeard);
    },
  };
}
export type Cases = ReturnType<typeof casesOf>;
