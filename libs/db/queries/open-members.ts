import type { EntityManager } from '@mikro-orm/postgresql';

/** How many members of a campaign are not closed. */
export async function openMembers(em: EntityManager, campaignId: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from case_file where campaign_id = ? and closed_at is null',
    [campaignId],
  );
  return row?.count ?? 0;
}

/** The members themselves, of any kind, and the case that serves a paper of this one. */
export const openMemberCases = (em: EntityManager, caseId: string): Promise<{ id: string; kind: string }[]> =>
  em.execute(
    `select id, kind from case_file
      where (campaign_id = ? or id in (select serving_case_id from notice where case_id = ?)) and closed_at is null
      order by id`,
    [caseId, caseId],
  );
