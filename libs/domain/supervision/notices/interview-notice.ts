import { fullDay, type Day } from '../../day.ts';
import type { NoticeContent } from '../../notice.ts';
import { lateFields, lateFrame, type LateWork } from './late-work.ts';

/** Who is to come. */
export const interviewees = {
  principal: '主要负责人',
  deputy: '分管负责人',
  both: '主要负责人和分管负责人',
} as const;

export interface InterviewNoticeData extends LateWork {
  who: keyof typeof interviewees;
  /** Absent where the ladder calls for it by itself: then it is arranged with the unit. */
  on?: Day;
  /** Shanghai `HH:mm`. */
  at?: string;
  place?: string;
}

/** 约谈通知书: why, who, when, where, about what, with which material. */
export function interviewNotice(data: InterviewNoticeData): NoticeContent {
  return {
    frame: lateFrame(data, 'letter'),
    fields: {
      ...lateFields(data),
      who: interviewees[data.who],
      // Whoever drafts one still has these before him; the ladder by itself knows none of them.
      arranged: data.number !== undefined && data.on === undefined,
      on: data.on ? fullDay(data.on) : '（日期待定）',
      at: data.at ?? '（时间待定）',
      place: data.place?.replace(/[。．.]+$/u, '') ?? '（地点待定）',
    },
  };
}
