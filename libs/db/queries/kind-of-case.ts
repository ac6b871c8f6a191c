import type { EntityManager } from '@mikro-orm/postgresql';

export async function kindOfCase(em: EntityManager, caseId: string): Promise<string | undefined> {
  const [row] = await em.execute<{ kind: string }[]>('select kind from case_file where id = ?', [caseId]);
  return row?.kind;
}
