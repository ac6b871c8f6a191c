import type { Clock } from '#config/clock';
import { conflict } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import type { NoticeDocument } from '#domain/notice';
import { Delivery } from '../entities/delivery.ts';
import { Notice } from '../entities/notice.ts';
import type { NoticeRow } from '../entities/notice.ts';
import type { EntityManager } from '../orm.ts';
import { noNotice, seenNotice } from '../queries/cases/notices.ts';
import { sightOf } from '../queries/cases/visible.ts';
import { sql } from '../sql.ts';

export interface OpenedNotice {
  /** For a saved file: number and title. */
  name: string;
  document: NoticeDocument;
  sha256: string;
}

/** The paper for one who may read it. Opening by somebody of a receiver proves that it arrived; the first one counts. */
export async function openNotice(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<OpenedNotice> {
  const sight = await sightOf(em, actor);
  const found = await em.execute<unknown[]>(
    sql`select 1 from notice n where n.id = ${id}::uuid and ${seenNotice(sight)}`,
  );
  const row = found.length > 0 ? await em.findOne(Notice, { id }, { refresh: true }) : null;
  if (!row) throw noNotice();
  const opened = rendered(row);
  if (sight !== 'all') {
    const unopened = { noticeId: id, orgId: { $in: [...sight] }, openedAt: null };
    await em.nativeUpdate(Delivery, unopened, { openedAt: clock.now(), openedById: actor.personId });
  }
  return opened;
}

function rendered({ number, title, document, pdfSha256, failure }: NoticeRow): OpenedNotice {
  if (failure && !pdfSha256) throw conflict('文书生成失败，已提请系统管理员处理。', 'notice-failed');
  if (!document || !pdfSha256) throw conflict('文书正在生成，请稍后再看。', 'notice-rendering');
  return { name: [title, number].filter(Boolean).join(' '), document, sha256: pdfSha256 };
}
