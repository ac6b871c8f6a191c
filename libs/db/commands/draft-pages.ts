import type { EntityManager } from '@mikro-orm/postgresql';

/** So that a list of papers says how long each is, without setting it again. */
export async function keepDraftPages(em: EntityManager, caseId: string, pages: number): Promise<void> {
  await em.execute('update case_file set draft_pages = ? where id = ?', [pages, caseId]);
}
