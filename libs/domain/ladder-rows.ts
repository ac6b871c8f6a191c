import type { OfficeHours, Rung } from './ladder.ts';

const p = {
  from: '2017-01-01',
  ground: '程序说明§4（产品默认值，可由主管部门调整）',
  mark: 'default',
} as const;

export const officeHours: readonly OfficeHours[] = [
  { ...p, code: 'office-hours', label: '办公时间', opens: '09:00', closes: '17:30' },
];

/** process-law.md §4: due −5, −2, 0, then every 2 working days; +1 section head, +3 leader, +10 chief leader. */
export const defaultLadder: readonly Rung[] = [
  {
    ...p,
    code: 'before-5',
    label: '到期前5个工作日提醒',
    offsetWorkingDays: -5,
    whom: 'holder',
    paper: 'reminder',
  },
  {
    ...p,
    code: 'before-2',
    label: '到期前2个工作日提醒',
    offsetWorkingDays: -2,
    whom: 'holder',
    paper: 'reminder',
  },
  { ...p, code: 'due', label: '到期当日提醒', offsetWorkingDays: 0, whom: 'holder', paper: 'reminder' },
  {
    ...p,
    code: 'after-1',
    label: '逾期1个工作日报处室负责人',
    offsetWorkingDays: 1,
    whom: 'section-head',
    paper: 'urge',
    approvedBy: 'section-head',
  },
  {
    ...p,
    code: 'overdue',
    label: '逾期每2个工作日催办',
    offsetWorkingDays: 2,
    everyWorkingDays: 2,
    whom: 'holder',
    paper: 'reminder',
  },
  {
    ...p,
    code: 'after-3',
    label: '逾期3个工作日报分管领导',
    offsetWorkingDays: 3,
    whom: 'leader',
    paper: 'supervise',
    approvedBy: 'leader',
  },
  {
    ...p,
    code: 'after-10',
    label: '逾期10个工作日报主要领导',
    offsetWorkingDays: 10,
    whom: 'chief-leader',
    paper: 'circular',
    approvedBy: 'chief-leader',
  },
];

/** Of what supervising itself brings about: its holder is reminded, nobody is escalated to. */
export const reminderLadder: readonly Rung[] = [
  {
    ...p,
    ladder: 'reminders',
    code: 'reminders.due',
    label: '到期当日提醒',
    offsetWorkingDays: 0,
    whom: 'holder',
    paper: 'reminder',
  },
  {
    ...p,
    ladder: 'reminders',
    code: 'reminders.overdue',
    label: '逾期每2个工作日提醒',
    offsetWorkingDays: 2,
    everyWorkingDays: 2,
    whom: 'holder',
    paper: 'reminder',
  },
];
/** Of a clock that stands still, counted from its first day: whoever stopped it is asked whether the ground still holds. */
export const stoppedLadder: readonly Rung[] = [
  {
    ...p,
    ladder: 'stopped',
    code: 'stopped.long',
    label: '中止每满10个工作日询问',
    offsetWorkingDays: 10,
    everyWorkingDays: 10,
    whom: 'holder',
    paper: 'reminder',
  },
];
export const shippedLadders: readonly Rung[] = [...defaultLadder, ...reminderLadder, ...stoppedLadder];
