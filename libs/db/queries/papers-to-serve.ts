import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberRow } from './member-rows.ts';

interface Sent {
  caseId: string;
  /** Of the act of sending. */
  seq: number;
}

/** Papers for one receiver each that are delivered and still stand, each as the opening of the case that serves it. */
export async function papersToServe(em: EntityManager, { caseId, seq }: Sent): Promise<MemberRow[]> {
  const rows = await em.execute<{ nth: number; code: string; held_for: string[] }[]>(
    `select nth, code, held_for from notice
      where case_id = ? and voided_at is null and held_for is not null and serving_case_id is not null
      order by nth`,
    [caseId],
  );
  const source = { sourceCase: caseId, sourceSeq: seq, campaignId: caseId };
  return rows.map(({ nth, code, held_for: to }) => ({
    row: nth,
    fields: { paper: code, to: to.join(','), ...source },
  }));
}

/** Whether any of them still stands. */
export async function standsToServe(em: EntityManager, caseId: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    'select 1 from notice where case_id = ? and voided_at is null and serving_case_id is not null limit 1',
    [caseId],
  );
  return rows.length > 0;
}
