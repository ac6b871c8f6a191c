import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeContent } from '#domain/notice';
import type { NoticeToWord } from './notice-to-render.ts';
import { dispatchPapers } from './dispatch.ts';
import { inspectionBulletinContent } from './inspection-bulletin.ts';
import { ladderPapers } from './ladder-papers.ts';
import { pairingNoticeContent } from './pairing-notice.ts';
import { electronicConsentContent, serviceReceiptContent } from './service-receipt.ts';
import { responsibilityLetterContent } from './responsibility-letter.ts';
import { wordingOn } from './wording.ts';

export interface PaperContent {
  content: NoticeContent;
  /** Organisations that receive it. */
  to: string[];
  /** Of a draft: how many such papers there will be. */
  of?: number;
}

const papers: Record<string, (em: EntityManager, notice: NoticeToWord) => Promise<PaperContent>> = {
  'pairing-notice': pairingNoticeContent,
  'responsibility-letter': responsibilityLetterContent,
  'inspection-bulletin': inspectionBulletinContent,
  ...ladderPapers,
  'service-receipt': serviceReceiptContent,
  'electronic-service-consent': electronicConsentContent,
};

/** Papers that may be ordered for many receivers, one for each: what they have in common is looked up once. */
const many: Record<
  string,
  (em: EntityManager, notice: NoticeToWord, receivers: readonly string[][]) => Promise<PaperContent[]>
> = dispatchPapers;

/** Looks up what a paper says, names and free text included; the paper's own pure function words it. */
export async function contentOf(em: EntityManager, notice: NoticeToWord): Promise<PaperContent> {
  const [content] = await contentsOf(em, notice, [notice.to]);
  if (!content) throw new Error(`nothing to say in ${notice.code}`);
  return content;
}

/** The papers of one order, in the order of their receivers. */
export async function contentsOf(
  em: EntityManager,
  notice: NoticeToWord,
  receivers: readonly string[][],
): Promise<PaperContent[]> {
  const wording = await wordingOn(em, notice.code, notice.issuedOn);
  const found = (await many[notice.code]?.(em, notice, receivers)) ?? (await oneByOne(em, notice, receivers));
  return found.map(({ content, ...rest }) => ({
    ...{ ...rest, content: wording ? { ...content, wording } : content },
  }));
}

async function oneByOne(em: EntityManager, notice: NoticeToWord, receivers: readonly string[][]) {
  const paper = papers[notice.code];
  if (!paper) throw new Error(`no such paper: ${notice.code}`);
  const found: PaperContent[] = [];
  for (const to of receivers) found.push(await paper(em, { ...notice, to }));
  return found;
}
