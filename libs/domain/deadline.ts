import { isWorkingDay, workingDaysBetween, type Calendar, DayBeforeCalendar } from './calendar.ts';
import {
  addDays,
  at,
  epochMs,
  instantOf,
  isDay,
  monthEnd,
  quarterEnd,
  shanghaiDay,
  startOfDay,
  weekday,
} from './day.ts';
import type { Day, Instant } from './day.ts';
import { countDays, countMonths, roll, suspensionOn } from './derivation.ts';
import type { Step, Suspension, Unit, Walk } from './derivation.ts';
import type { Rule } from './rule.ts';

export interface DeadlineRule extends Rule {
  unit: Unit;
  /** Negative: before the start day, with so many clear days between. 0 is the start (or period end) itself. */
  count: number;
  /** A due day on a day off moves to the next working day (before, when the count is negative). */
  roll: boolean;
  /** The count starts at the end of the month or quarter in which the start lies. */
  endOf?: 'month' | 'quarter';
  /** 1 = Monday … 7: the next such day after the start, or the last working day of its week when it is off. */
  fixedWeekday?: number;
  /** Closing time on the due day, Shanghai `HH:mm`; without it the day ends at 24:00. */
  time?: string;
}

export interface Extension {
  count: number;
  unit: Unit;
  ground?: string;
}

export interface Deadline {
  rule: string;
  label: string;
  ground: string;
  mark: Rule['mark'];
  unit: Unit;
  count: number;
  roll: boolean;
  endOf?: DeadlineRule['endOf'];
  fixedWeekday?: number;
  time?: string;
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

export interface Changes {
  suspensions?: readonly Suspension[];
  extensions?: readonly Extension[];
  /** Shorthand: one extension in the rule's own unit. */
  extensionDays?: number;
}

type Length = Pick<DeadlineRule, 'unit' | 'count' | 'roll' | 'endOf' | 'fixedWeekday' | 'time'>;

function check(length: Length, { suspensions = [], extensions = [] }: Changes): void {
  if (!Number.isSafeInteger(length.count)) throw new RangeError('期限的长度须为整数');
  if (length.count < 0 && (length.unit === 'MO' || length.unit === 'H'))
    throw new RangeError('倒算期限只能以工作日或自然日为单位');
  if (extensions.some(({ count }) => !Number.isSafeInteger(count) || count < 1))
    throw new RangeError('延长的长度须为正整数');
  if (extensions.length > 0 && (length.count < 0 || length.unit === 'H' || length.fixedWeekday))
    throw new RangeError('倒算期限、以小时计的期限和每周固定日的期限不能延长');
  for (const { from, to } of suspensions)
    if (!isDay(from) || (to !== undefined && (!isDay(to) || to < from)))
      throw new RangeError(`中止期间“${from}..${to ?? ''}”不是有效的起止日期`);
}

const advance = (walk: Walk, start: Day, count: number, unit: Unit): Day =>
  unit === 'MO'
    ? countMonths(walk, start, count)
    : countDays(walk, start, count, unit === 'WD' ? 'WD' : 'CD');

/** Clear days lie between the notice and the day it is for; neither of the two is counted. */
function before(walk: Walk, { unit, count, roll: rolls }: Length, start: Day): Day {
  const only = unit === 'WD' ? 'WD' : 'CD';
  const first = countDays(walk, start, -count, only, -1);
  // The notice day is found like one more counted day, but isn't one of the clear days.
  const rest: Step[] = [];
  const notice = countDays({ ...walk, steps: rest }, first, 1, only, -1);
  walk.steps.push(...rest.slice(0, -1));
  walk.steps.push({ kind: 'notice', from: notice });
  const due = rolls ? roll(walk, notice, -1) : notice;
  walk.steps.reverse();
  return due;
}

function weekly(walk: Walk, fixed: number, start: Day): Day {
  const open = (day: Day) => isWorkingDay(walk.calendar, day) && !suspensionOn(walk.suspensions, day);
  for (let monday = addDays(start, 1 - weekday(start)); ; monday = addDays(monday, 7)) {
    const named = addDays(monday, fixed - 1);
    const week = [named, ...[6, 5, 4, 3, 2, 1, 0].map((offset) => addDays(monday, offset))];
    const due = week.find((day) => day >= walk.calendar.firstDay && open(day));
    if (!due || due <= start) continue;
    walk.steps.push({ kind: 'weekly', from: due });
    return due;
  }
}

/** The hour of the event isn't counted (民事诉讼法第85条); clock hours run through days off. */
function hours(walk: Walk, { count }: Length, start: Day, startAt?: Instant): { due: Day; dueAt: Instant } {
  const hour = 3_600_000;
  const first = startAt
    ? (Math.floor(epochMs(startAt) / hour) + 1) * hour
    : epochMs(startOfDay(addDays(start, 1)));
  let end = first + count * hour;
  for (let day = addDays(start, 1); epochMs(startOfDay(day)) < end; day = addDays(day, 1))
    if (suspensionOn(walk.suspensions, day)) end += 24 * hour;
  const due = shanghaiDay(instantOf(end - 1));
  walk.steps.push({ kind: 'hours', from: start, to: due });
  return { due, dueAt: instantOf(end) };
}

function run(length: Length, start: Day, startAt: Instant | undefined, calendar: Calendar, changes: Changes) {
  const walk: Walk = {
    calendar,
    suspensions: changes.suspensions ?? [],
    steps: [{ kind: 'start', from: start }],
  };
  if (start < calendar.firstDay) throw new DayBeforeCalendar(start, calendar.firstDay);
  if (length.unit === 'H') return { ...hours(walk, length, start, startAt), steps: walk.steps };
  if (length.fixedWeekday) {
    const due = weekly(walk, length.fixedWeekday, start);
    return { due, dueAt: length.time && at(due, length.time), steps: walk.steps };
  }
  let due: Day;
  if (length.count < 0) due = before(walk, length, start);
  else {
    due = length.endOf === 'quarter' ? quarterEnd(start) : length.endOf === 'month' ? monthEnd(start) : start;
    if (length.endOf) walk.steps.push({ kind: 'period-end', from: due });
    due = advance(walk, due, length.count, length.unit);
    for (const { count, unit, ground } of changes.extensions ?? []) {
      walk.steps.push(
        ground === undefined
          ? { kind: 'extended', from: due }
          : { kind: 'extended', from: due, name: ground },
      );
      due = advance(walk, due, count, unit);
    }
    if (length.roll) due = roll(walk, due);
  }
  if (due < calendar.firstDay) throw new DayBeforeCalendar(due, calendar.firstDay);
  return { due, dueAt: length.time && at(due, length.time), steps: walk.steps };
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
  check(length, all);
  const day = startAt ? shanghaiDay(startAt) : start;
  const { due, dueAt, steps } = run(length, day, startAt, calendar, all);
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
    originalDue: changed ? run(length, day, startAt, calendar, {}).due : due,
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
