import type { z } from 'zod';
import { legalFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, words } from '../../../notice-type.ts';
import { legalFields } from './party.ts';
import { penaltyFields, penaltyParts } from './penalty.ts';

export const hearingRightNoticeData = group('听证告知书', {
  ...legalFields,
  ...penaltyFields,
  requestBy: dayOf('要求听证的期限'),
  /** Where the request is handed in. */
  place: words('提出方式'),
});
export type HearingRightNotice = z.infer<typeof hearingRightNoticeData>;

/** 听证告知书 (行政处罚法第63条、第64条第1项): five working days to ask for a hearing. */
export function hearingRightNotice(data: HearingRightNotice): NoticeContent {
  return {
    frame: legalFrame({ ...data, addressees: [data.party.name] }),
    fields: {
      ...data,
      ...penaltyParts(data),
    },
  };
}
