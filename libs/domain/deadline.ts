import { workingDaysBetween, type Calendar } from './calendar.ts';
import { addDays, shanghaiDay, startOfDay, type Day, type Instant } from './day.ts';
import type { Step, Suspension } from './derivation.ts';
import type { Rule } from './rule.ts';
import { checkLength, countFrom, type Changes, type Extension, type Length } from './term.ts';

/** A dated row: how long, and on what ground. */
export interface DeadlineRule extends Rule, Length {}

export interface Deadline extends Length {
  rule: string;
  label: string;
  ground: string;
  mark: Rule['mark'];
  start: Day;
  /** Only for clock hours. */
  startAt?: Instant;
  due: Day;
  dueAt?: Instant;
  /** Without suspensions and extensions, as first derived. Never overwritten. */
  originalDue: Day;
  calendarVersion: string;
  provisional: boolean;
  suspensions: Suspension[];
  extendedBy: Extension[];
  steps: Step[];
  doneOn?: Day;
}

/** `start` is the day of the event, or its moment where the rule counts clock hours. */
export function derive(
  rule: DeadlineRule,
  start: Day | Instant,
  calendar: Calendar,
  changes: Changes = {},
): Deadline {
  const startAt = start.includes('T') ? start : undefined;
  const { unit, count, roll: rolls, endOf, fixedWeekday, time } = rule;
  const length: Length = { unit, count, roll: rolls, endOf, fixedWeekday, time };
  const extensions = [...(changes.extensions ?? [])];
  if (changes.extensionDays) extensions.push({ count: changes.extensionDays, unit });
  const all = { suspensions: changes.suspensions ?? [], extensions };
  checkLength(length, all);
  const day = startAt ? shanghaiDay(startAt) : start;
  const { due, dueAt, steps } = countFrom(length, day, startAt, calendar, all);
  const changed = all.suspensions.length + extensions.length > 0;
  const deadline: Deadline = {
    rule: rule.code,
    label: rule.label,
    ground: rule.ground,
    mark: rule.mark,
    ...length,
    start: day,
    startAt,
    due,
    dueAt: dueAt || undefined,
    originalDue: changed ? countFrom(length, day, startAt, calendar, {}).due : due,
    calendarVersion: calendar.version,
    provisional: due > calendar.publishedThrough || day > calendar.publishedThrough,
    suspensions: [...all.suspensions],
    extendedBy: extensions,
    steps,
  };
  // Absent rather than undefined: a payload that went through JSON must equal this one.
  for (const key of ['endOf', 'fixedWeekday', 'time', 'startAt', 'dueAt'] as const)
    if (deadline[key] === undefined) delete deadline[key];
  return deadline;
}

/** The same deadline by another calendar or after a suspension or extension; the original due day stays. */
export function rederive(deadline: Deadline, calendar: Calendar, changes: Changes = {}): Deadline {
  const { rule: code, label, ground, mark, start, startAt, originalDue, doneOn } = deadline;
  const { suspensions = deadline.suspensions, extensions = deadline.extendedBy, extensionDays } = changes;
  const { unit, count, roll: rolls, endOf, fixedWeekday, time } = deadline;
  const rule = {
    code,
    label,
    ground,
    mark,
    from: start,
    unit,
    count,
    roll: rolls,
    endOf,
    fixedWeekday,
    time,
  };
  const again = derive(rule, startAt ?? start, calendar, { suspensions, extensions, extensionDays });
  return doneOn === undefined ? { ...again, originalDue } : { ...again, originalDue, doneOn };
}

/** When a legal expiry takes effect: 00:00 Asia/Shanghai of the day after the due day. */
export const expiryInstant = (due: Day): Instant => startOfDay(addDays(due, 1));
/** The same, with the closing time or clock hour where the rule names one. */
export const expiryOf = (deadline: Deadline): Instant => deadline.dueAt ?? expiryInstant(deadline.due);

export const workingDaysLeft = (calendar: Calendar, today: Day, due: Day): number =>
  workingDaysBetween(calendar, today, due);
export const workingDaysLate = (calendar: Calendar, today: Day, due: Day): number =>
  workingDaysBetween(calendar, due, today);

export const latenesses = {
  normal: '正常',
  soon: '临期',
  overdue: '逾期',
  suspended: '中止',
  done: '办结',
} as const;
export type Lateness = keyof typeof latenesses;

export const isSuspended = ({ suspensions }: Pick<Deadline, 'suspensions'>, today: Day): boolean =>
  suspensions.some(({ from, to }) => from <= today && (to === undefined || today <= to));

/** `soonWorkingDays`: 黄 from five working days before (process-law.md §4, a default). */
export function lateness(deadline: Deadline, today: Day, calendar: Calendar, soonWorkingDays = 5): Lateness {
  if (deadline.doneOn !== undefined) return 'done';
  if (isSuspended(deadline, today)) return 'suspended';
  if (today > deadline.due) return 'overdue';
  return workingDaysLeft(calendar, today, deadline.due) <= soonWorkingDays ? 'soon' : 'normal';
}
