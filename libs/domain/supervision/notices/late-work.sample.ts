import type { Calendar } from '../../calendar.ts';
import { derive } from '../../deadline.ts';
import { explain, lengthWords } from '../../explain.ts';
import { deadlines } from '../../kinds/pairing/deadlines.ts';
import { ruleOn } from '../../rule.ts';
import type { InterviewNoticeData } from './interview-notice.ts';
import type { LateWork } from './late-work.ts';
import { paperLimits } from './limits.ts';

const off = (name: string, ...days: string[]) =>
  Object.fromEntries(days.map((day) => [`2026-${day}`, { kind: 'holiday', name } as const]));
/** The National Day of 2026 with its make-up Saturday. */
const calendar: Calendar = {
  version: 'sample',
  firstDay: '2026-09-01',
  publishedThrough: '2026-12-31',
  days: {
    ...off('国庆节', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'),
    '2026-10-10': { kind: 'makeup', name: '国庆节' },
  },
};
const limit = (paper: string, from: string) => {
  const answer = derive(ruleOn(paperLimits, `supervision.answer-${paper}`, from), from, calendar);
  return { due: answer.due, days: lengthWords(answer) };
};

const deadline = derive(ruleOn(deadlines, 'pairing.confirm', '2026-09-25'), '2026-09-25', calendar);

/** One hospital of source 000 that has not confirmed its pairing; days, numbers and people are invented. */
const late: Omit<LateWork, 'answer' | 'date' | 'number'> = {
  issuer: '北京市医院管理局',
  unit: '首都医科大学宣武医院',
  matter: {
    kind: '结对帮带',
    title: '首都医科大学附属北京友谊医院—首都医科大学宣武医院',
    number: '结对〔2026〕12号',
  },
  step: '确认结对关系',
  source: {
    sort: 'paper',
    paper: { label: '结对通知', number: '京医管改〔2026〕21号', on: '2026-09-25' },
  },
  limit: { due: deadline.due, derivation: explain(deadline) },
  lateWorkingDays: 1,
  reminded: ['2026-09-30', '2026-10-09'],
  earlier: [],
  turn: 1,
  contact: '改革发展处 马䶮，010-00000000',
};
const urged = { label: '催办函', number: '京医管督函〔2026〕7号', on: '2026-10-10' };
const supervised = { label: '督办函', number: '京医管督函〔2026〕9号', on: '2026-10-13' };

export const urgeLetterSample: LateWork = {
  ...late,
  number: urged.number,
  answer: limit('urge-letter', '2026-10-10'),
  date: '2026-10-10',
};
export const supervisionLetterSample: LateWork = {
  ...late,
  number: supervised.number,
  lateWorkingDays: 3,
  reminded: [...late.reminded, '2026-10-12'],
  earlier: [urged],
  answer: limit('supervision-letter', '2026-10-13'),
  date: '2026-10-13',
};
export const interviewNoticeSample: InterviewNoticeData = {
  ...late,
  number: '京医管督函〔2026〕11号',
  lateWorkingDays: 7,
  reminded: [...late.reminded, '2026-10-12', '2026-10-14', '2026-10-16'],
  earlier: [urged, supervised],
  answer: limit('interview-notice', '2026-10-22'),
  date: '2026-10-19',
  who: 'both',
  on: '2026-10-22',
  at: '09:30',
  place: '北京市医院管理局第二会议室（主楼3层）',
};
export const workCircularSample: LateWork = {
  ...late,
  number: '京医管督〔2026〕2号',
  lateWorkingDays: 10,
  reminded: [...late.reminded, '2026-10-12', '2026-10-14', '2026-10-16', '2026-10-20', '2026-10-22'],
  earlier: [urged, supervised],
  answer: limit('work-circular', '2026-10-22'),
  date: '2026-10-22',
};
