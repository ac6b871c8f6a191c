import type { EntityManager } from '@mikro-orm/postgresql';

/** Whether every paper that one effect ordered bears its electronic seal. */
export async function allSealed(
  em: EntityManager,
  { caseId, seq, index }: { caseId: string; seq: number; index: number },
): Promise<boolean> {
  const [row] = await em.execute<{ sealed: boolean | null }[]>(
    'select bool_and(sealed_at is not null) sealed from notice where case_id = ? and seq = ? and idx = ?',
    [caseId, seq, index],
  );
  return row?.sealed ?? false;
}
