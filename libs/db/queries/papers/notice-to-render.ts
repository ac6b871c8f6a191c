import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseState } from '#domain/case';
import { shanghaiDay, type Day, type Instant } from '#domain/day';
import { instantFromDatabase } from '../../columns.ts';

export interface NoticeToRender {
  id: string;
  caseId: string;
  code: string;
  number?: string;
  issuedAt: Instant;
  issuedOn: Day;
  params: Record<string, string | number>;
  to: string[];
  seq: number;
  state: CaseState;
  /** Of a draft: what is filled in so far. Of an issued paper the form stands with its act. */
  form?: Record<string, unknown>;
}

/** An issued paper whose bytes don't exist yet, with the state of its case. */
export async function noticeToRender(
  em: EntityManager,
  { caseId, seq, index }: { caseId: string; seq: number; index: number },
): Promise<NoticeToRender | undefined> {
  const [row] = await em.execute<
    {
      id: string;
      code: string;
      number: string | null;
      issued_at: string;
      params: Record<string, string>;
      to_org_ids: string[];
      state: CaseState;
    }[]
  >(
    `select notice.id, code, notice.number, issued_at, params, to_org_ids, state
       from notice join case_file on case_file.id = notice.case_id
      where case_id = ? and notice.seq = ? and idx = ? and rendered_at is null`,
    [caseId, seq, index],
  );
  if (!row) return undefined;
  const issuedAt = instantFromDatabase(row.issued_at);
  return {
    id: row.id,
    caseId,
    code: row.code,
    number: row.number ?? undefined,
    issuedAt,
    issuedOn: shanghaiDay(issuedAt),
    params: row.params,
    to: row.to_org_ids,
    seq,
    state: row.state,
  };
}
