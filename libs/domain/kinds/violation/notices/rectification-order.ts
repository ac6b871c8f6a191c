import type { z } from 'zod';
import { legalFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { clause, clauseWords, legalFields } from './party.ts';

export const rectificationOrderData = group('责令整改通知书', {
  ...legalFields,
  facts: words('查明的事实'),
  evidence: list('证据', words('证据')).min(1, '缺少证据。'),
  broken: list('违反的条款', clause).min(1, '缺少违反的条款。'),
  basis: list('责令依据', clause).min(1, '缺少责令依据。'),
  demands: list('整改要求', group('一项要求', { text: words('要求'), by: dayOf('期限') })).min(
    1,
    '缺少整改要求。',
  ),
  /** When the result is reported in writing. */
  reportBy: dayOf('报告期限'),
  consequence: words('逾期后果'),
  /** 行政复议机关 and court: the order itself can be challenged. */
  review: words('复议机关'),
  court: words('法院'),
  annexes: list('附件', words('附件')),
});
export type RectificationOrder = z.infer<typeof rectificationOrderData>;

/** 责令整改通知书 (行政处罚法第28条第1款); not a penalty, but open to review and suit. */
export function rectificationOrder(data: RectificationOrder): NoticeContent {
  return {
    frame: legalFrame({ ...data, addressees: [data.party.name] }),
    fields: { ...data, broken: data.broken.map(clauseWords), basis: data.basis.map(clauseWords) },
  };
}
