import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import type { NoticeDocument } from '#domain/notice';
import { tellReceivers } from './tell-receivers.ts';

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
  /** Instead of the name of its sort. */
  title?: string;
  /** By which certificate, where the bytes are sealed. */
  sealedBy?: string;
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
  { noticeId, document, sha256, pages, at, to, wordingVersion, title, sealedBy }: Finished,
): Promise<void> {
  return orm.transactional(async (em) => {
    const [notice] = await em.execute<Row[]>(
      `update notice set document = ?::jsonb, pdf_sha256 = ?, pages = ?, rendered_at = ?, failure = null,
              to_org_ids = ?::jsonb, wording_version = coalesce(?, wording_version), title = coalesce(?, title),
              sealed_by = ?, sealed_at = ?
        where id = ? and rendered_at is null returning case_id, title, number, service_no`,
      [
        ...[JSON.stringify(document), sha256, pages, at, JSON.stringify(to), wordingVersion ?? null],
        ...[title ?? null, sealedBy ?? null, sealedBy === undefined ? null : at, noticeId],
      ],
    );
    if (!notice) return;
    await em.execute(
      `insert into delivery (notice_id, org_id, sent_at)
       select ?, r::uuid, ? from jsonb_array_elements_text(?::jsonb) r on conflict do nothing`,
      [noticeId, at, JSON.stringify(to)],
    );
    const { case_id: caseId, title: called, number, service_no: service } = notice;
    // The case itself asks for a signature on a paper that is served formally.
    if (service !== null) return;
    const params = { noticeId, title: called, number: number ?? '' };
    await tellReceivers(em, { key: noticeId, caseId, at, to, code: 'notice-issued', params });
  });
}
