import type { z } from 'zod';
import { legalFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, words } from '../../../notice-type.ts';
import { legalFields } from './party.ts';
import { penaltyFields, penaltyParts } from './penalty.ts';

export const penaltyDecisionData = group('行政处罚决定书', {
  ...legalFields,
  ...penaltyFields,
  /** What the party said and how it was dealt with (第45条). */
  defence: words('陈述申辩及采纳情况'),
  /** Where, how and until when a fine is paid; absent without one. */
  payment: group('缴款', { to: words('收款银行和账户'), days: words('缴款期限') }).optional(),
  performBy: dayOf('履行期限').optional(),
  review: words('复议机关'),
  court: words('法院'),
});
export type PenaltyDecision = z.infer<typeof penaltyDecisionData>;

/** 行政处罚决定书: everything that 行政处罚法第59条 asks for; surcharge of 第72条, not above the fine itself. */
export function penaltyDecision(data: PenaltyDecision): NoticeContent {
  return {
    frame: legalFrame(data),
    fields: {
      ...data,
      ...penaltyParts(data),
      payment: data.payment ?? '',
      performBy: data.performBy ?? '',
    },
  };
}
