import { DayBeforeCalendar, isWorkingDay, type Calendar } from './calendar.ts';
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

/** How long: the part of a rule that decides the due day. */
export interface Length {
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

export interface Changes {
  suspensions?: readonly Suspension[];
  extensions?: readonly Extension[];
  /** Shorthand: one extension in the rule's own unit. */
  extensionDays?: number;
}

export function checkLength(length: Length, { suspensions = [], extensions = [] }: Changes): void {
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

export function countFrom(
  length: Length,
  start: Day,
  startAt: Instant | undefined,
  calendar: Calendar,
  changes: Changes,
) {
  const walk: Walk = {
    calendar,
    suspensions: changes.suspensions ?? [],
    steps: [{ kind: 'start', from: start }],
  };
  if (!isDay(start)) throw new RangeError(`起算日“${start}”不是有效日期，应为 YYYY-MM-DD`);
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
