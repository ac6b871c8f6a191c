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
}

const papers: Record<string, (em: EntityManager, notice: NoticeToWord) => Promise<PaperContent>> = {
  'pairing-notice': pairingNoticeContent,
  'responsibility-letter': responsibilityLetterContent,
  'inspection-bulletin': inspectionBulletinContent,
  ...ladderPapers,
  'service-receipt': serviceReceiptContent,
  'electronic-service-consent': electronicConsentContent,
  ...dispatchPapers,
};

/** Looks up what a paper says, names and free text included; the paper's own pure function words it. */
export async function contentOf(em: EntityManager, notice: NoticeToWord): Promise<PaperContent> {
  const paper = papers[notice.code];
  if (!paper) throw new Error(`no such paper: ${notice.code}`);
  const { content, to } = await paper(em, notice);
  const wording = await wordingOn(em, notice.code, notice.issuedOn);
  return { content: wording ? { ...content, wording } : content, to };
}
