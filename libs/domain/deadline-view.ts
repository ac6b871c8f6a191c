import { dayKind, isWorkingDay, workingDaysBetween, type Calendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { isSuspended, lateness, type Deadline, type Lateness } from './deadline.ts';
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
  if (done || due === null)
    return { lateness: done ? 'done' : 'normal', workingDaysLeft: 0, workingDaysLate: 0 };
  const left = due >= calendar.firstDay ? workingDaysBetween(calendar, today, due) : 0;
  const late = due >= calendar.firstDay ? workingDaysBetween(calendar, due, today) : 0;
  const colour = deadline ? lateness(deadline, today, calendar) : plain(due, today, left);
  return {
    lateness: colour,
    workingDaysLeft: left,
    workingDaysLate: deadline && isSuspended(deadline, today) ? 0 : late,
  };
}

const soonWorkingDays = 5;
const plain = (due: Day, today: Day, left: number): Lateness =>
  today > due ? 'overdue' : left <= soonWorkingDays ? 'soon' : 'normal';

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
