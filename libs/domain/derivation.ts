import { dayKind, isWorkingDay, type Calendar } from './calendar.ts';
import { addDays, addMonths, type Day } from './day.ts';

/** WD working days, CD calendar days, MO months, H clock hours. */
export type Unit = 'WD' | 'CD' | 'MO' | 'H';

/** Both days included; without `to` it still runs and has not moved the due day yet. */
export interface Suspension {
  from: Day;
  to?: Day;
  ground?: string;
}

/**
 * A run of days in the order of the calendar; `to` is absent when it is one day.
 * start: not counted · counted, makeup: counted · weekend, holiday, suspended: not counted ·
 * months, hours: the length as a whole · period-end: the count starts there · weekly: the fixed day of the week ·
 * extended: the term went on from this day · notice: the last day for a notice · rolled: from the day off to the due day.
 */
export interface Step {
  kind:
    | 'start'
    | 'counted'
    | 'makeup'
    | 'weekend'
    | 'holiday'
    | 'suspended'
    | 'months'
    | 'hours'
    | 'period-end'
    | 'weekly'
    | 'extended'
    | 'notice'
    | 'rolled';
  from: Day;
  to?: Day;
  /** The holiday, the ground of a suspension, or why a day rolled. */
  name?: string;
}

export const suspensionOn = (suspensions: readonly Suspension[], day: Day): Suspension | undefined =>
  suspensions.find(({ from, to }) => to !== undefined && from <= day && day <= to);

export interface Walk {
  calendar: Calendar;
  suspensions: readonly Suspension[];
  steps: Step[];
}

function classify({ calendar, suspensions }: Walk, unit: 'WD' | 'CD', day: Day): Pick<Step, 'kind' | 'name'> {
  const suspended = suspensionOn(suspensions, day);
  if (suspended) return { kind: 'suspended', name: suspended.ground };
  if (unit === 'CD') return { kind: 'counted' };
  const { kind, name } = dayKind(calendar, day);
  return kind === 'working' ? { kind: 'counted' } : { kind, name };
}

function record(
  steps: Step[],
  { kind, name }: Pick<Step, 'kind' | 'name'>,
  day: Day,
  direction: 1 | -1,
): void {
  const last = steps.at(-1);
  const edge = direction === 1 ? (last?.to ?? last?.from) : last?.from;
  if (last?.kind === kind && last.name === name && edge && addDays(edge, direction) === day) {
    last.to = direction === 1 ? day : (last.to ?? last.from);
    if (direction === -1) last.from = day;
  } else steps.push(name === undefined ? { kind, from: day } : { kind, from: day, name });
}

const counts = (kind: Step['kind']) => kind === 'counted' || kind === 'makeup';

/** The day on which `count` days have been counted after (or before) `start`, which itself isn't counted. */
export function countDays(
  walk: Walk,
  start: Day,
  count: number,
  unit: 'WD' | 'CD',
  direction: 1 | -1 = 1,
): Day {
  let day = start;
  for (let left = count; left > 0;) {
    day = addDays(day, direction);
    const step = classify(walk, unit, day);
    record(walk.steps, step, day, direction);
    if (counts(step.kind)) left -= 1;
  }
  return day;
}

/**
 * Months first, then as many days as were suspended after the start and up to the due day as moved so far;
 * repeated until moving it meets no further suspended day.
 */
export function countMonths(walk: Walk, start: Day, months: number): Day {
  const base = addMonths(start, months);
  walk.steps.push({ kind: 'months', from: start, to: base });
  let due = base;
  let seen = start;
  while (seen < due) {
    seen = addDays(seen, 1);
    const suspended = suspensionOn(walk.suspensions, seen);
    if (!suspended) continue;
    record(walk.steps, { kind: 'suspended', name: suspended.ground }, seen, 1);
    due = addDays(due, 1);
  }
  return due;
}

/** The first working day on or after (or before) `day`; says why the days between are off. */
export function roll({ calendar, suspensions, steps }: Walk, day: Day, direction: 1 | -1 = 1): Day {
  const why: string[] = [];
  let due = day;
  // Backwards a suspended day is no day for a notice; forwards the order is: move by suspensions, then roll.
  const off = () => !isWorkingDay(calendar, due) || (direction === -1 && suspensionOn(suspensions, due));
  while (off()) {
    const { name } = dayKind(calendar, due);
    const reason = suspensionOn(suspensions, due) && direction === -1 ? '中止' : (name ?? '周末');
    if (!why.includes(reason)) why.push(reason);
    due = addDays(due, direction);
  }
  if (due !== day) steps.push({ kind: 'rolled', from: day, to: due, name: why.join('、') });
  return due;
}
