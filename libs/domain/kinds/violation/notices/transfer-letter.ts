import type { z } from 'zod';
import { letterFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { group, list, words } from '../../../notice-type.ts';
import { clause, clauseWords, legalFields } from './party.ts';

export const transferLetterData = group('案件移送函', {
  ...legalFields,
  /** Who is to take the case over. */
  receiver: words('受移送机关'),
  facts: words('已查明的事实'),
  reason: words('移送理由'),
  basis: list('移送依据', clause).min(1, '缺少移送依据。'),
  materials: list('移送材料', words('移送材料')).min(1, '缺少移送材料。'),
});
export type TransferLetter = z.infer<typeof transferLetterData>;

/** 案件移送函 (行政处罚法第27条、第82条): to the authority whose business it is, with a slip for its receipt. */
export function transferLetter(data: TransferLetter): NoticeContent {
  return {
    frame: letterFrame({ ...data, addressees: [data.receiver], annexes: ['移送材料清单', '回执'] }),
    fields: { ...data, basis: data.basis.map(clauseWords) },
  };
}
