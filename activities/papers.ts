import { Readable } from 'node:stream';
import type { Clock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import { finishNotice } from '#db/commands/finish-notice';
import { noticesToRender, noticeToRender, type NoticeToRender } from '#db/queries/papers/notice-to-render';
import { contentOf, type PaperContent } from '#db/queries/papers/content-of';
import { issued } from '#domain/issued';
import type { NoticeDocument } from '#domain/notice';
import { bearsSeal } from '#domain/notice-frames';
import { noticeTypeOf } from '#domain/notice-types';
import type { FileStore } from '#files/store';
import { numberedDocument } from '#render/paper';
import type { Renderer } from '#render/renderer';
import { composeWorded } from '#render/worded-notice';
import type { Sealer } from '#seal/sealer';
import type { EffectRef } from './effects.ts';

const mostBytes = 100 * 1024 * 1024;
/** While one paper is set, others are stored. */
const atOnce = 4;

/** Some papers of an order could not be made; what was wrong with each is kept beside it. */
export class PapersUnmade extends Error {
  override readonly name = 'PapersUnmade';
  /** By paper. */
  constructor(readonly failures: Readonly<Record<string, string>>) {
    const [first = '', ...others] = Object.values(failures);
    super(others.length === 0 ? first : `${first} (and ${others.length} other papers)`);
  }
}

interface Parts {
  renderer: Renderer;
  store: FileStore;
  clock: Clock;
  /** Where anybody checks a paper by its code; printed on it. */
  checkAt?: string | undefined;
  /** Absent: papers say 未用印. */
  sealer?: Sealer | undefined;
}

/** Renders issued papers, stores their bytes, and lets each count as sent only then. Same content, same bytes. */
export function papersOf(em: EntityManager, { renderer, store, clock, checkAt, sealer }: Parts) {
  async function renderOne(id: string): Promise<void> {
    const fork = em.fork();
    const notice = await noticeToRender(fork, id);
    if (!notice) return;
    const late = notice.late && (await contentOf(fork, notice.late));
    const plain = withAddress(documentOf(notice, late), checkAt);
    const seal = bearsSeal(plain.frame) ? sealer : undefined;
    const document = seal ? sealed(plain) : plain;
    const { bytes: set, pages } = await renderer.pdf(document);
    const at = clock.now();
    const bytes = seal ? await seal.seal(set, at) : set;
    const { sha256 } = await store.put(Readable.from([bytes]), { maxBytes: mostBytes });
    const to = notice.held ? notice.to : (late?.to ?? notice.to);
    const wordingVersion = late?.content.wording?.version;
    const titled = noticeTypeOf(notice.code).drafting ? { title: titleOf(document) } : {};
    await finishNotice(fork, {
      ...{ noticeId: id, document, sha256, pages, at, to, ...titled },
      ...(seal ? { sealedBy: seal.by } : {}),
      ...(wordingVersion === undefined ? {} : { wordingVersion }),
    });
  }

  return {
    /** What is done is not done again when this is repeated; what fails keeps no other paper back. */
    async render(ref: EffectRef): Promise<void> {
      const queue = (await noticesToRender(em.fork(), ref)).values();
      const failures: Record<string, string> = {};
      const fail = (id: string) => (error: unknown) => {
        failures[id] = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      };
      const work = async () => {
        for (const id of queue) await renderOne(id).catch(fail(id));
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      if (Object.keys(failures).length > 0) throw new PapersUnmade(failures);
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
  { code, number, checkCode, proof, content }: NoticeToRender,
  late: PaperContent | undefined,
): NoticeDocument {
  const marks = { ...(number === undefined ? {} : { number }), ...(checkCode ? { checkCode } : {}) };
  if (proof) return numberedDocument(proof, marks);
  const worded = content ?? (late && issued(late.content, marks));
  if (!worded) throw new Error(`the paper ${code} has no words`);
  return composeWorded(code, worded);
}

const sealed = ({ frame, blocks }: NoticeDocument): NoticeDocument => ({
  frame: { ...frame, sealed: true },
  blocks,
});

const withAddress = ({ frame, blocks }: NoticeDocument, at: string | undefined): NoticeDocument =>
  frame.check && at ? { frame: { ...frame, check: { ...frame.check, at } }, blocks } : { frame, blocks };
