import { dayKind, isWorkingDay, type Calendar } from './calendar.ts';
import { addDays, daysBetween, type Day } from './day.ts';
import { isSuspended, type Deadline, type Lateness } from './deadline.ts';
import type { Step } from './derivation.ts';

export interface ShownDay {
  day: Day;
  kind: 'start' | 'counted' | 'weekend' | 'holiday' | 'makeup' | 'suspended' | 'due';
  name?: string;
}

/** A year and some: what a small calendar can show. */
const mostDays = 400;

/** The derivation day by day; a length that was counted as a whole (months) shows its two ends only. */
export function derivationDays(deadline: Deadline, calendar: Calendar): ShownDay[] {
  const shown = new Map<Day, ShownDay>();
  for (const step of deadline.steps) {
    if (shown.size >= mostDays) break;
    for (const one of stepDays(step, calendar))
      if (shown.get(one.day)?.kind !== 'start') shown.set(one.day, one);
  }
  shown.set(deadline.start, { day: deadline.start, kind: 'start' });
  shown.set(deadline.due, { day: deadline.due, kind: 'due', ...nameOf(shown.get(deadline.due)) });
  return [...shown.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

const nameOf = (shown: ShownDay | undefined) => (shown?.name === undefined ? {} : { name: shown.name });

function stepDays(step: Step, calendar: Calendar): ShownDay[] {
  const { kind, from, to = from } = step;
  const name = step.name === undefined ? {} : { name: step.name };
  switch (kind) {
    case 'counted':
    case 'makeup':
    case 'weekend':
    case 'holiday':
    case 'suspended':
      return run(from, to).map((day) => ({ day, kind, ...name }));
    case 'hours':
      return run(addDays(from, 1), to).map((day) => ({ day, kind: 'counted' }));
    // From the day off on which the count ended to the working day; the due day itself is set afterwards.
    case 'rolled':
      return (from < to ? run(from, addDays(to, -1)) : run(addDays(to, 1), from)).map((day) =>
        dayOff(day, calendar),
      );
    default:
      return [];
  }
}

function run(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to && days.length < mostDays; day = addDays(day, 1)) days.push(day);
  return days;
}

function dayOff(day: Day, calendar: Calendar): ShownDay {
  if (day < calendar.firstDay) return { day, kind: 'counted' };
  const { kind, name } = dayKind(calendar, day);
  return { day, kind: kind === 'working' ? 'counted' : kind, ...(name === undefined ? {} : { name }) };
}

export interface Standing {
  lateness: Lateness;
  workingDaysLeft: number;
  workingDaysLate: number;
}

/** How a deadline stands today; what is done or has no due day stands well. */
export function standing(
  due: Day | null,
  today: Day,
  calendar: Calendar,
  { deadline, done = false }: { deadline?: Deadline | null; done?: boolean } = {},
): Standing {
  if (done || deadline?.doneOn !== undefined || due === null)
    return { lateness: done || deadline?.doneOn ? 'done' : 'normal', workingDaysLeft: 0, workingDaysLate: 0 };
  const distance = workingDaysTo(due, today, calendar);
  const suspended = deadline ? isSuspended(deadline, today) : false;
  return {
    lateness: suspended ? 'suspended' : colour(due, today, distance),
    workingDaysLeft: Math.max(0, distance),
    workingDaysLate: suspended ? 0 : Math.max(0, -distance),
  };
}

const soonWorkingDays = 5;
const colour = (due: Day, today: Day, distance: number): Lateness =>
  today > due ? 'overdue' : distance <= soonWorkingDays ? 'soon' : 'normal';

interface Walked {
  today: Day;
  /** Working days from today to each day that was walked over; below 0 before today. */
  to: Map<Day, number>;
  first: Day;
  last: Day;
}
/** A list asks for the same days again and again: each day is walked over once. */
const walks = new WeakMap<Calendar, Walked>();

/** Four years; what lies further away is told by plain weeks. */
const mostWalked = 1500;

function workingDaysTo(due: Day, today: Day, calendar: Calendar): number {
  const days = daysBetween(today, due);
  if (Math.abs(days) > mostWalked) return Math.trunc((days * 5) / 7);
  let walk = walks.get(calendar);
  if (walk?.today !== today) {
    walk = { today, to: new Map([[today, 0]]), first: today, last: today };
    walks.set(calendar, walk);
  }
  const { to } = walk;
  while (walk.last < due) {
    const next = addDays(walk.last, 1);
    to.set(next, (to.get(walk.last) ?? 0) + (isWorkingDay(calendar, next) ? 1 : 0));
    walk.last = next;
  }
  // What fell due on a day is late by the working days after it, today's included.
  while (walk.first > due && walk.first > calendar.firstDay) {
    const before = addDays(walk.first, -1);
    to.set(before, (to.get(walk.first) ?? 0) - (isWorkingDay(calendar, walk.first) ? 1 : 0));
    walk.first = before;
  }
  return to.get(due) ?? 0;
}

/** The last day that counts as soon today: due days after today up to it are yellow. */
export function soonUntil(today: Day, calendar: Calendar): Day {
  let day = today;
  for (let left = soonWorkingDays; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  // Days off after the fifth working day add no working day.
  while (!isWorkingDay(calendar, addDays(day, 1))) day = addDays(day, 1);
  return day;
}
