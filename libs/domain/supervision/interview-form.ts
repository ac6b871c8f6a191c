import { z } from 'zod';
import { isWorkingDay, type Calendar } from '../calendar.ts';
import { choice, day, text } from '../form.ts';
import type { Day } from '../day.ts';
import { refuse, type Refusal } from '../permission.ts';
import { interviewees } from './notices/interview-notice.ts';

const when = { field: 'paper', is: 'interview' };
const titles = {
  interviewWho: '约谈对象',
  interviewOn: '约谈日期',
  interviewAt: '约谈时间',
  interviewPlace: '约谈地点',
};

/** Who is to come, when and where: only of an interview. The place is free text and stays in the form. */
export const interviewAnswers = {
  interviewWho: choice(titles.interviewWho, interviewees, { when }).optional(),
  interviewOn: day(titles.interviewOn, { when }).optional(),
  interviewAt: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '约谈时间应如09:30。')
    .meta({ title: titles.interviewAt, widget: 'text', example: '09:30', when })
    .optional(),
  interviewPlace: text(titles.interviewPlace, {
    example: '医院管理局第二会议室（主楼3层）',
    when,
  }).optional(),
};

/** What is still to be answered for an interview, field by field. */
export const lackingOfInterview = (answers: Record<string, unknown>): [field: string, message: string][] =>
  Object.entries(titles)
    .filter(([field]) => !answers[field])
    .map(([field, title]) => [field, `请填写${title}。`]);

/** The unit must be able to come: a working day after today. */
export function badInterviewDay(on: Day | undefined, today: Day, calendar: Calendar): Refusal | undefined {
  const said = (reason: string) => refuse('interview-day', reason, 'interviewOn');
  if (on === undefined) return said('请填写约谈日期。');
  if (on <= today) return said('约谈日期应晚于今天。');
  return isWorkingDay(calendar, on) ? undefined : said('约谈日期应为工作日。');
}
