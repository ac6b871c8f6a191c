import type { NoticePage, NoticeQuery } from '#contracts/notice';
import type { Actor } from '#domain/actor';
import type { EntityManager } from '../../orm.ts';
import { readCase } from './case-row.ts';
import { caseNotices } from './notices.ts';

/** The papers of a case for one who may see it. */
export async function noticesOfCase(
  em: EntityManager,
  actor: Actor,
  caseId: string,
  query: NoticeQuery,
): Promise<NoticePage> {
  const { row, sight } = await readCase(em, actor, caseId);
  return caseNotices(em, sight, { caseId, campaignId: row.campaignId ?? null }, query);
}
