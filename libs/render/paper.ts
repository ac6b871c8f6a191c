import type { Block, Layout, NoticeContent, NoticeDocument } from '#domain/notice';
import { cleanData } from './clean-text.ts';
import { parseMarkup } from './markup.ts';
import { templateOf } from './template.ts';
import { titleLines } from './title-lines.ts';

/** Agreements and records bear no number; every other paper is issued only with one. */
const unnumbered: readonly Layout[] = ['agreement', 'record'];

/** The paper `code` (pairing-notice, responsibility-letter, …) with its content, as blocks; in the bureau's own wording, if any. */
export function composeNotice(code: string, content: NoticeContent, wording?: string): NoticeDocument {
  const { frame, fields } = cleanData(content);
  if (!unnumbered.includes(frame.layout) && frame.status === 'issued' && !frame.number) {
    throw new Error(`the paper ${code} is issued only with its number`);
  }
  return { frame, blocks: parseMarkup(templateOf(code, wording)(fields)).map(breakTitle) };
}

const breakTitle = (block: Block): Block =>
  block.type === 'title' ? { ...block, lines: block.lines.flatMap(titleLines) } : block;
