import { issued } from '#domain/issued';
import type { Block, IssueMarks, NoticeContent, NoticeDocument } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { attachedBlocks } from './attached.ts';
import { cleanData } from './clean-text.ts';
import { parseMarkup } from './markup.ts';
import { templateOf } from './template.ts';
import { titleLines } from './title-lines.ts';

/** The paper `code` (pairing-notice, responsibility-letter, …) with its content, as blocks; in the bureau's own wording, if any. */
export function composeNotice(
  code: string,
  content: NoticeContent,
  wording = content.wording?.source,
): NoticeDocument {
  const { frame, fields, attached } = cleanData({ ...content, attached: content.attached ?? [] });
  if (noticeTypeOf(code).numberMark && frame.status === 'issued' && !frame.number) {
    throw new Error(`the paper ${code} is issued only with its number`);
  }
  const own = parseMarkup(templateOf(code, wording)(fields)).map(breakTitle);
  const blocks = [...own, ...attached.flatMap(attachedBlocks)];
  return { frame, blocks: withNumber(blocks, frame.number) };
}

/** What was set as a draft, now under its number and with its check code: the blocks stay as they were read. */
export const numberedDocument = ({ frame, blocks }: NoticeDocument, marks: IssueMarks): NoticeDocument => ({
  frame: issued({ frame, fields: {} }, marks).frame,
  blocks: withNumber(blocks, marks.number),
});

const withNumber = (blocks: Block[], number: string | undefined): Block[] =>
  number === undefined
    ? blocks
    : blocks.map((block) =>
        block.type === 'paragraph'
          ? { ...block, runs: block.runs.map((run) => (run.number ? { ...run, text: number } : run)) }
          : block,
      );

const breakTitle = (block: Block): Block =>
  block.type === 'title' || block.type === 'annex'
    ? { ...block, lines: block.lines.flatMap(titleLines) }
    : block;
