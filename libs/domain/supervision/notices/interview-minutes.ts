import type { z } from 'zod';
import { fullDay } from '../../day.ts';
import { recordFrame } from '../../notice-frames.ts';
import type { NoticeContent } from '../../notice.ts';
import { dayOf, group, list, words } from '../../notice-type.ts';

export const interviewMinutesData = group('约谈记录', {
  number: words('编号').optional(),
  issuer: words('约谈机关'),
  unit: words('被约谈单位'),
  matter: words('约谈事由'),
  on: dayOf('约谈日期'),
  /** Shanghai `HH:mm`. */
  from: words('开始时间'),
  to: words('结束时间'),
  place: words('约谈地点'),
  interviewers: list('约谈人', words('约谈人')).min(2, '约谈人不得少于两人。'),
  interviewed: list('被约谈人', words('被约谈人及职务')).min(1, '缺少被约谈人。'),
  recorder: words('记录人'),
  points: list('约谈要点', words('要点')).min(1, '缺少约谈要点。'),
  pledges: list('承诺事项', group('一项承诺', { text: words('承诺'), by: dayOf('期限') })),
  date: dayOf('日期'),
});
export type InterviewMinutes = z.infer<typeof interviewMinutesData>;

/** 约谈记录: what was said, what was promised by when, signed by both sides on every page. */
export const interviewMinutes = (data: InterviewMinutes): NoticeContent => ({
  frame: recordFrame(['被约谈人', '约谈人', '记录人'], data),
  fields: { ...data, on: fullDay(data.on) },
});
