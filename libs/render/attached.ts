import type { Attached, Block, Inline } from '#domain/notice';
import { outlineOf, type OutlineLine } from '#domain/outline';
import { titleLines } from './title-lines.ts';

/** What follows the paper's own text, as blocks; it is plain text and never markup. */
export const attachedBlocks = ({ sort, number, title, text }: Attached): Block[] => [
  {
    type: 'annex',
    ...(number === undefined ? {} : { number }),
    ...(sort === 'document' ? { bare: true as const } : {}),
    lines: titleLines(title),
  },
  ...outlineOf(text).map(blockOf),
];

function blockOf({ level, text, lead }: OutlineLine): Block {
  if (level) return { type: 'heading', level, text };
  const runs: Inline[] =
    lead === undefined ? [{ text }] : [{ text: text.slice(0, lead), lead: true }, { text: text.slice(lead) }];
  return { type: 'paragraph', runs, indent: true };
}
