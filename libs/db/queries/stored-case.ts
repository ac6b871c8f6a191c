import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActResult, StoredCase, StoredEffect } from '#contracts/act';
import type { CaseState, OuterEffect } from '#domain/case';

interface EffectRow {
  seq: number;
  idx: number;
  body: OuterEffect;
}

/** Effects to the outside that are not done, in the order in which they were ordered. */
export async function undoneEffects(em: EntityManager, caseId: string): Promise<StoredEffect[]> {
  const rows = await em.execute<EffectRow[]>(
    'select seq, idx, body from effect where case_id = ? and done_at is null order by seq, idx',
    [caseId],
  );
  return rows.map(({ seq, idx, body }) => ({ seq, index: idx, effect: body }));
}

const placeOf = (number: string): number => Number(/(\d+)号$/.exec(number)?.[1] ?? 0);

export async function storedCase(em: EntityManager, caseId: string): Promise<StoredCase | undefined> {
  const [row] = await em.execute<{ seq: number; state: CaseState; number: string }[]>(
    'select seq, state, number from case_file where id = ?',
    [caseId],
  );
  if (!row) return undefined;
  const { seq, state, number } = row;
  return { state, seq, undone: await undoneEffects(em, caseId), place: placeOf(number) };
}

/** What an act came to, wherever it stands; an act's id is unique over all cases. */
export async function storedAct(
  em: EntityManager,
  actId: string,
): Promise<(ActResult & { caseId: string }) | undefined> {
  const [row] = await em.execute<{ case_id: string; seq: number; stage: string }[]>(
    'select case_id, seq, stage from case_event where act_id = ?',
    [actId],
  );
  return row && { caseId: row.case_id, actId, seq: row.seq, stage: row.stage };
}
