import { z } from 'zod';
import { legalFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, words } from '../../../notice-type.ts';
import { legalFields } from './party.ts';
import { penaltyFields, penaltyParts } from './penalty.ts';

export const advanceNoticeData = group('行政处罚事先告知书', {
  ...legalFields,
  ...penaltyFields,
  /** Whether 第63条 gives the right to a hearing. */
  hearing: z.boolean('是否有听证权利应为true或者false。'),
  answerBy: dayOf('陈述申辩期限'),
  answerDays: words('陈述申辩天数'),
  how: words('陈述申辩方式'),
});
export type AdvanceNotice = z.infer<typeof advanceNoticeData>;

/** 行政处罚事先告知书 (行政处罚法第44条、第45条、第63条): content, facts, reasons, basis and rights before any decision. */
export function advanceNotice(data: AdvanceNotice): NoticeContent {
  return {
    frame: legalFrame({ ...data, addressees: [data.party.name] }),
    fields: {
      ...data,
      ...penaltyParts(data),
    },
  };
}
