import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import type { MessageCode } from '#domain/message-codes';
import type { NoticeDocument } from '#domain/notice';
import { newId } from '../id.ts';

interface Finished {
  noticeId: string;
  document: NoticeDocument;
  sha256: string;
  pages: number;
  at: Instant;
  /** Receiving organisations. */
  to: string[];
  /** Of the bureau's own wording, where the paper was worded only now. */
  wordingVersion?: number;
}

interface Row {
  case_id: string;
  title: string;
  number: string | null;
  service_no: number | null;
}

/** The bytes exist and are hashed: the paper counts as sent, and its receivers are told. Repeating it changes nothing. */
export function finishNotice(
  orm: EntityManager,
  { noticeId, document, sha256, pages, at, to, wordingVersion }: Finished,
): Promise<void> {
  return orm.transactional(async (em) => {
    const [notice] = await em.execute<Row[]>(
      `update notice set document = ?::jsonb, pdf_sha256 = ?, pages = ?, rendered_at = ?, failure = null,
              to_org_ids = ?::jsonb, wording_version = coalesce(?, wording_version)
        where id = ? and rendered_at is null returning case_id, title, number, service_no`,
      [JSON.stringify(document), sha256, pages, at, JSON.stringify(to), wordingVersion ?? null, noticeId],
    );
    if (!notice) return;
    const receivers = JSON.stringify(to.map((orgId) => ({ id: newId(), org_id: orgId })));
    await em.execute(
      `insert into delivery (notice_id, org_id, sent_at)
       select ?, org_id, ? from jsonb_to_recordset(?::jsonb) as row(org_id uuid) on conflict do nothing`,
      [noticeId, at, receivers],
    );
    // The case itself asks for a signature on a paper that is served formally.
    if (notice.service_no !== null) return;
    await em.execute(
      `insert into message (id, key, at, org_id, role, case_id, code, params)
       select id, ? || '/' || org_id, ?, org_id, 'liaison', ?, ?, ?::jsonb
         from jsonb_to_recordset(?::jsonb) as row(id uuid, org_id uuid) on conflict (key) do nothing`,
      [
        noticeId,
        at,
        notice.case_id,
        'notice-issued' satisfies MessageCode,
        JSON.stringify({ noticeId, title: notice.title, number: notice.number ?? '' }),
        receivers,
      ],
    );
  });
}
