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
  /** Instead of the name of its sort. */
  title?: string;
}

/** The bytes exist and are hashed: the paper counts as sent, and its receivers are told. Repeating it changes nothing. */
export function finishNotice(
  orm: EntityManager,
  { noticeId, document, sha256, pages, at, to, title }: Finished,
): Promise<void> {
  return orm.transactional(async (em) => {
    const [notice] = await em.execute<{ case_id: string; title: string; number: string | null }[]>(
      `update notice set document = ?::jsonb, pdf_sha256 = ?, pages = ?, rendered_at = ?, failure = null,
              to_org_ids = ?::jsonb, title = coalesce(?, title)
        where id = ? and rendered_at is null returning case_id, title, number`,
      [JSON.stringify(document), sha256, pages, at, JSON.stringify(to), title ?? null, noticeId],
    );
    if (!notice) return;
    await em.execute(
      `insert into delivery (notice_id, org_id, sent_at)
       select ?, r::uuid, ? from jsonb_array_elements_text(?::jsonb) r on conflict do nothing`,
      [noticeId, at, JSON.stringify(to)],
    );
    const { case_id: caseId, title: called, number } = notice;
    const params = { noticeId, title: called, number: number ?? '' };
    await tellReceivers(em, { key: noticeId, caseId, at, to, code: 'notice-issued', params });
  });
}
