import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseState } from '#domain/case';
import { shanghaiDay, type Day, type Instant } from '#domain/day';
import type { NoticeContent, NoticeDocument } from '#domain/notice';
import { instantFromDatabase } from '../../columns.ts';

/** A paper that is about to be issued, or would be: what its words are looked up by. */
export interface NoticeToWord {
  id: string;
  caseId: string;
  code: string;
  issuedAt: Instant;
  issuedOn: Day;
  params: Record<string, string | number>;
  to: string[];
  seq: number;
  state: CaseState;
  /** Of a draft: what is filled in so far. Of an issued paper the form stands with its act. */
  form?: Record<string, unknown>;
}

export interface NoticeToRender {
  id: string;
  code: string;
  number?: string;
  checkCode?: string;
  to: string[];
  /** As it was signed, without its number. */
  proof?: NoticeDocument;
  /** What the system issued by itself says, number included. */
  content?: NoticeContent;
  /** Neither could be found when it was issued: it is looked up now. */
  late?: NoticeToWord;
}

interface Row {
  case_id: string;
  seq: number;
  code: string;
  number: string | null;
  check_code: string | null;
  issued_at: string;
  params: Record<string, string>;
  to_org_ids: string[];
  proof: NoticeDocument | null;
  content: NoticeContent | null;
  /** Only of a paper that has no words yet. */
  state: CaseState | null;
}

/** The papers of an effect whose bytes don't exist yet. */
export async function noticesToRender(
  em: EntityManager,
  { caseId, seq, index }: { caseId: string; seq: number; index: number },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    'select id from notice where case_id = ? and seq = ? and idx = ? and rendered_at is null order by nth',
    [caseId, seq, index],
  );
  return rows.map(({ id }) => id);
}

export async function noticeToRender(em: EntityManager, id: string): Promise<NoticeToRender | undefined> {
  const [row] = await em.execute<Row[]>(
    `select n.case_id, n.seq, n.code, n.number, n.check_code, n.issued_at, n.params, n.to_org_ids, p.document proof, n.content,
            case when p.document is null and n.content is null then c.state end as state
       from notice n join case_file c on c.id = n.case_id left join notice_proof p on p.hash = n.proof_hash
      where n.id = ? and n.rendered_at is null`,
    [id],
  );
  if (!row) return undefined;
  const {
    case_id: caseId,
    seq,
    code,
    number,
    check_code: checkCode,
    to_org_ids: to,
    proof,
    content,
    params,
    state,
  } = row;
  const marks = { ...(number === null ? {} : { number }), ...(checkCode === null ? {} : { checkCode }) };
  const found = { id, code, to, ...marks };
  if (proof) return { ...found, proof };
  if (content) return { ...found, content };
  if (!state) throw new Error(`the paper ${id} has neither words nor a case`);
  const issuedAt = instantFromDatabase(row.issued_at);
  const late = { id, caseId, code, issuedAt, issuedOn: shanghaiDay(issuedAt), params, to, seq, state };
  return { ...found, late };
}
