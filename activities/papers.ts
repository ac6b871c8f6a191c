import { Readable } from 'node:stream';
import type { Clock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import { finishNotice } from '#db/commands/finish-notice';
import { noticeToRender, type NoticeToRender } from '#db/queries/papers/notice-to-render';
import { contentOf, type PaperContent } from '#db/queries/papers/content-of';
import { issued } from '#domain/issued';
import type { NoticeDocument } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import type { FileStore } from '#files/store';
import { composeNotice, numberedDocument } from '#render/paper';
import type { Renderer } from '#render/renderer';
import type { EffectRef } from './effects.ts';

const mostBytes = 100 * 1024 * 1024;

/** Renders an issued paper, stores its bytes, and lets it count as sent only then. Same content, same bytes. */
export function papersOf(em: EntityManager, renderer: Renderer, store: FileStore, clock: Clock) {
  return {
    async render(ref: EffectRef): Promise<void> {
      const fork = em.fork();
      const notice = await noticeToRender(fork, ref);
      if (!notice) return;
      const late = notice.late && (await contentOf(fork, notice.late));
      const document = documentOf(notice, late);
      const { bytes, pages } = await renderer.pdf(document);
      const { sha256 } = await store.put(Readable.from([bytes]), { maxBytes: mostBytes });
      await finishNotice(fork, {
        noticeId: notice.id,
        document,
        sha256,
        pages,
        at: clock.now(),
        to: late?.to ?? notice.to,
        ...(noticeTypeOf(notice.code).drafting ? { title: titleOf(document) } : {}),
      });
    },
  };
}

/** What is drafted freely is called by its own title: as one line, without the issuer before it. */
function titleOf({ blocks, frame }: NoticeDocument): string {
  const first = blocks.find(({ type }) => type === 'title');
  const title = first?.type === 'title' ? first.lines.join('') : '';
  return frame.issuer && title.startsWith(frame.issuer) ? title.slice(frame.issuer.length) : title;
}
export type Papers = ReturnType<typeof papersOf>;

/** The very blocks that were set before the signature, where there was one. */
function documentOf(
  { code, number, proof, content }: NoticeToRender,
  late: PaperContent | undefined,
): NoticeDocument {
  if (proof) return numberedDocument(proof, number);
  const worded = content ?? (late && issued(late.content, number));
  if (!worded) throw new Error(`the paper ${code} has no words`);
  return composeNotice(code, worded);
}
