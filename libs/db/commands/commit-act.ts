import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput, CommitOutcome, LookOutcome } from '#contracts/act';
import { isOuter } from '#domain/case';
import { storedAct, storedCase } from '../queries/stored-case.ts';
import { writeCase } from './write-case.ts';
import { factsThatFail } from './check-facts.ts';
import { referToFiles } from './files.ts';
import { freezeRecords } from './freeze-records.ts';
import { PaperChanged, type Proving } from './issue-notice.ts';
import { writeMessages } from './write-messages.ts';
import { writeOuterEffects } from './write-outer-effects.ts';
import { voidNotices } from './void-notices.ts';
import { writeTodos } from './write-todos.ts';

const hashOf = (input: CommitInput) => createHash('sha256').update(JSON.stringify(input)).digest('hex');

/**
 * Writes one act with all that follows from it, in one transaction: the event, the new state, todos, messages,
 * numbers, papers, and the effects that are to be performed outside. What a person has been told is done, is done.
 */
export async function commitAct(orm: EntityManager, input: CommitInput): Promise<CommitOutcome> {
  try {
    return await orm.fork().transactional((em) => writeAct(em, input, 'needed'));
  } catch (error) {
    if (error instanceof PaperChanged) return { status: 'facts-changed', reason: paperChanged };
    throw error;
  }
}

const paperChanged = '所签文书的内容刚刚有变化，没有签发；请重新查看文书后再办理。';

/** The same inside a transaction that is open: the demo seed writes many acts in one. */
export async function writeAct(
  em: EntityManager,
  input: CommitInput,
  proving: Proving = 'waived',
): Promise<CommitOutcome> {
  const { caseId, seq, event, effects, state } = input;
  const [row] = await em.execute<{ seq: number }[]>('select seq from case_file where id = ? for update', [
    caseId,
  ]);
  // Two runners cannot open one case: the second waits here on the first one's lock on its id.
  if (!row) await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 7))', [caseId]);
  const stood = await storedAct(em, event.actId);
  if (stood) {
    const stored = await storedCase(em, stood.caseId);
    if (!stored || stood.caseId !== caseId)
      return { status: 'facts-changed', reason: '该办理编号已用于另一事项，请重新填写。' };
    return { status: 'stood', result: { actId: stood.actId, seq: stood.seq, stage: stood.stage }, stored };
  }
  const current = row ? row.seq : await seqOf(em, caseId);
  if (current !== seq - 1) {
    const stored = await storedCase(em, caseId);
    if (stored) return { status: 'behind', stored };
    // An older backup of the database: repeated, and seen, rather than an event without a case.
    if (seq > 1) throw new Error(`case ${caseId} is gone from the database at sequence ${seq}`);
  }
  const reason = await factsThatFail(em, input);
  if (reason) return { status: 'facts-changed', reason };
  const inputHash = hashOf(input);
  const place = await writeCase(em, input);
  await em.execute(
    `insert into case_event (case_id, seq, act_id, action, person_id, for_person_id, org_id, at, stage, fields, effects,
       facts, input_hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?)`,
    [
      caseId,
      seq,
      event.actId,
      event.action,
      event.actor === 'system' ? null : event.actor.personId,
      event.actingFor ?? null,
      event.onBehalfOf ?? null,
      event.at,
      state.stage,
      JSON.stringify(event.fields ?? {}),
      JSON.stringify(effects),
      JSON.stringify(event.facts),
      inputHash,
    ],
  );
  const files = (event.facts.files ?? []).map(({ id }) => id);
  await referToFiles(em, { caseId, actId: event.actId, at: event.at }, files);
  await freezeRecords(em, input);
  await writeTodos(em, input);
  await writeMessages(em, input);
  await voidNotices(em, input);
  if (effects.some(isOuter)) await writeOuterEffects(em, input, proving);
  return { status: 'committed', inputHash, ...(place === undefined ? {} : { place }) };
}

async function seqOf(em: EntityManager, caseId: string): Promise<number> {
  const [row] = await em.execute<{ seq: number }[]>('select seq from case_file where id = ?', [caseId]);
  return row?.seq ?? 0;
}

/** The look before a refusal: does the act stand, and has the case gone on without this runner? */
export async function lookForAct(
  orm: EntityManager,
  { caseId, actId, seq }: { caseId: string; actId: string; seq: number },
): Promise<LookOutcome> {
  const em = orm.fork();
  const act = await storedAct(em, actId);
  const stored = await storedCase(em, caseId);
  const ahead: LookOutcome = stored && stored.seq > seq ? { stored } : {};
  return act?.caseId === caseId ? { result: { actId, seq: act.seq, stage: act.stage }, ...ahead } : ahead;
}
