import { z } from 'zod';
import { fullDay } from '../../day.ts';
import type { NoticeContent } from '../../notice.ts';
import { dayOf, group, words } from '../../notice-type.ts';
import { lateFields, lateFrame, lateWorkFields } from './late-work.ts';

/** Who is to come. */
export const interviewees = {
  principal: '主要负责人',
  deputy: '分管负责人',
  both: '主要负责人和分管负责人',
} as const;

export const interviewNoticeData = group('约谈通知书', {
  ...lateWorkFields,
  who: z.enum(['principal', 'deputy', 'both'], '约谈对象应为principal、deputy、both之一。'),
  /** Absent where the ladder calls for it by itself: then it is arranged with the unit. */
  on: dayOf('约谈日期').optional(),
  /** Shanghai `HH:mm`. */
  at: words('约谈时间').optional(),
  place: words('约谈地点').optional(),
  /** The ladder calls for it by itself: day and place are arranged afterwards. */
  arranged: z.boolean('arranged应为true或false。').optional(),
});
export type InterviewNoticeData = z.infer<typeof interviewNoticeData>;

/** 约谈通知书: why, who, when, where, about what, with which material. */
export function interviewNotice(data: InterviewNoticeData): NoticeContent {
  return {
    frame: lateFrame(data, 'letter'),
    fields: {
      ...lateFields(data),
      who: interviewees[data.who],
      arranged: data.arranged === true && data.on === undefined,
      on: data.on ? fullDay(data.on) : '（日期待定）',
      at: data.at ?? '（时间待定）',
      place: data.place?.replace(/[。．.]+$/u, '') ?? '（地点待定）',
    },
  };
}
