import type { EntityManager } from '@mikro-orm/postgresql';
import type { OuterEffect } from '#domain/case';
import type { Instant } from '#domain/day';

interface Ref {
  caseId: string;
  seq: number;
  index: number;
}

/** The effect as ordered; undefined when it is done. */
export async function pendingEffect(
  em: EntityManager,
  { caseId, seq, index }: Ref,
): Promise<OuterEffect | undefined> {
  const [row] = await em.execute<{ body: OuterEffect }[]>(
    'select body from effect where case_id = ? and seq = ? and idx = ? and done_at is null',
    [caseId, seq, index],
  );
  return row?.body;
}

export async function markEffectDone(
  em: EntityManager,
  { caseId, seq, index }: Ref,
  at: Instant,
): Promise<void> {
  await em.execute(
    'update effect set done_at = ?, failure = null where case_id = ? and seq = ? and idx = ? and done_at is null',
    [at, caseId, seq, index],
  );
}

export async function markEffectFailed(
  em: EntityManager,
  { caseId, seq, index }: Ref,
  failure: string,
): Promise<void> {
  await em.execute(
    'update effect set failure = ? where case_id = ? and seq = ? and idx = ? and done_at is null',
    [failure.slice(0, 1000), caseId, seq, index],
  );
}
