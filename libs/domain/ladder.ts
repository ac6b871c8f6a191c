import { isWorkingDay, workingDaysBetween, type Calendar } from './calendar.ts';
import { addDays, at, shanghaiDay, type Day, type Instant } from './day.ts';
import type { Deadline } from './deadline.ts';
import { suspensionOn } from './derivation.ts';
import { officeHours } from './ladder-rows.ts';
import { holdsOn, rulesOn, ruleOn, type Rule } from './rule.ts';

/** Relative to the case: who holds the todo, the head of his hospital, and the bureau's own line. */
export type Whom = 'holder' | 'principal' | 'section-head' | 'leader' | 'chief-leader';

export const rungPapers = {
  reminder: '提醒',
  urge: '催办函',
  supervise: '督办函',
  interview: '约谈通知',
  circular: '通报',
} as const;
export type RungPaper = keyof typeof rungPapers;

/** Who is put before a decision when his rung comes; the others are reminded. */
export const deciders = ['section-head', 'leader', 'chief-leader'] as const;
export type Decider = (typeof deciders)[number];

/** A row of a ladder; its code is the rung. */
export interface Rung extends Rule {
  /** Which ladder it belongs to; absent: the default one. */
  ladder?: string;
  /** Working days before (negative), on (0) or after the due day. */
  offsetWorkingDays: number;
  /** Comes again after so many working days until the deadline is done. */
  everyWorkingDays?: number;
  whom: Whom;
  paper?: RungPaper;
  /** Who must approve that paper before it goes out. */
  approvedBy?: Decider;
}

export interface OfficeHours extends Rule {
  /** Shanghai `HH:mm`. */
  opens: string;
  closes: string;
}

export interface NextRung {
  /** The key to keep once it has fired: the rung's code, with `#2`, `#3`… where it comes again. */
  rung: string;
  at: Instant;
}

export interface DueRung extends NextRung {
  row: Rung;
  /** Working days between its day and now; above 0 it fires late and its text says so. */
  lateByWorkingDays: number;
}

export const ladderOf = (rows: readonly Rung[], name: string | undefined): Rung[] =>
  rows.filter(({ ladder }) => ladder === name);

/** How far a deadline's overdue rungs have been counted: each turn goes on from the one before, not from the due day. */
const reached = new WeakMap<Deadline, { calendar: Calendar; offset: number; day: Day }>();

/** The working day of a rung; suspended days are no working days for it either. Undefined when it lies before the term. */
function rungDay(deadline: Deadline, offset: number, calendar: Calendar): Day | undefined {
  const open = (day: Day) => isWorkingDay(calendar, day) && !suspensionOn(deadline.suspensions, day);
  const direction = offset > 0 ? 1 : -1;
  const known = reached.get(deadline);
  const goesOn = known?.calendar === calendar && known.offset <= offset;
  let day = goesOn ? known.day : deadline.due;
  if (offset === 0) while (day > deadline.start && !open(day)) day = addDays(day, -1);
  for (let left = Math.abs(offset) - (goesOn ? known.offset : 0); left > 0;) {
    day = addDays(day, direction);
    if (day <= deadline.start) return undefined;
    if (open(day)) left -= 1;
  }
  if (offset > 0) reached.set(deadline, { calendar, offset, day });
  return day > deadline.start ? day : undefined;
}

const keyOf = (row: Rung, turn: number) => (turn === 1 ? row.code : `${row.code}#${turn}`);

/** The first turn of a row that has not fired; later turns follow only after it. */
function pending(row: Rung, { ladder, deadline, fired, calendar }: Climb) {
  for (let turn = 1; ; turn += 1) {
    if (turn > 1 && !row.everyWorkingDays) return undefined;
    const rung = keyOf(row, turn);
    if (fired.has(rung)) continue;
    const offset = row.offsetWorkingDays + (turn - 1) * (row.everyWorkingDays ?? 0);
    const day = rungDay(deadline, offset, calendar);
    if (day === undefined || (row.to !== undefined && day >= row.to)) return undefined;
    if (holdsOn(row, day)) return { row, rung, day };
    // Its day was over before the row took effect. One that comes again comes at its next turn.
    if (row.everyWorkingDays) continue;
    return takesOver(row, { ladder, deadline, calendar })
      ? { row, rung, day: openFrom(row, deadline, calendar) }
      : undefined;
  }
}

/** A rung that was put to an earlier day before it came: it comes on the day on which that takes effect, and isn't lost. */
function takesOver(
  row: Rung,
  { ladder, deadline, calendar }: Pick<Climb, 'ladder' | 'deadline' | 'calendar'>,
) {
  const before = ladder.find(({ code, to }) => code === row.code && to === row.from);
  const day = before && rungDay(deadline, before.offsetWorkingDays, calendar);
  return day !== undefined && day >= row.from;
}

function openFrom({ from }: Rung, { suspensions }: Deadline, calendar: Calendar): Day {
  let day = from;
  while (!isWorkingDay(calendar, day) || suspensionOn(suspensions, day)) day = addDays(day, 1);
  return day;
}

interface Climb {
  ladder: readonly Rung[];
  deadline: Deadline;
  fired: ReadonlySet<string>;
  calendar: Calendar;
}

/** A rung goes by the row that holds on its own day, not on the day on which the deadline started. */
const planned = (climb: Climb) =>
  climb.ladder
    .map((row) => pending(row, climb))
    .filter((rung) => rung !== undefined)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));

type Hours = readonly OfficeHours[];
const hoursOn = (day: Day, hours: Hours) => ruleOn(hours, 'office-hours', day);

/** When the office opens on a working day. */
export function rungInstant(day: Day, hours: Hours = officeHours): Instant {
  const known = openings.get(hours) ?? new Map<Day, Instant>();
  if (known.size === 0) openings.set(hours, known);
  const found = known.get(day);
  if (found !== undefined) return found;
  if (known.size > 5000) known.clear();
  const opens = at(day, hoursOn(day, hours).opens);
  known.set(day, opens);
  return opens;
}
/** Asked for the same days again and again: a memo of a pure function. */
const openings = new WeakMap<Hours, Map<Day, Instant>>();

/**
 * The first moment from `now` on that lies in office hours of a working day that isn't suspended. A book that was loaded
 * before the bureau could append rows names no hours: then those that are shipped hold.
 */
export function inOfficeHours(
  now: Instant,
  calendar: Calendar,
  suspensions: Deadline['suspensions'] = [],
  hours: Hours = officeHours,
): Instant {
  const open = (day: Day) => isWorkingDay(calendar, day) && !suspensionOn(suspensions, day);
  let day = shanghaiDay(now);
  const opens = rungInstant(day, hours);
  if (open(day) && now < at(day, hoursOn(day, hours).closes)) return now > opens ? now : opens;
  do day = addDays(day, 1);
  while (!open(day));
  return rungInstant(day, hours);
}

const stands = (deadline: Deadline) =>
  deadline.doneOn === undefined && deadline.suspensions.every(({ to }) => to !== undefined);

/**
 * The earliest rung that has not fired. With `now` the moment is never in the past nor outside office hours,
 * so that a runner that slept through a rung wakes in office hours and dueRungs() has an answer for it.
 */
export function nextRung(
  ladder: readonly Rung[],
  deadline: Deadline,
  fired: readonly string[],
  calendar: Calendar,
  now?: Instant,
  hours?: Hours,
): NextRung | undefined {
  if (!stands(deadline)) return undefined;
  const [first] = planned({ ladder, deadline, fired: new Set(fired), calendar });
  if (!first) return undefined;
  const due = rungInstant(first.day, hours);
  return {
    rung: first.rung,
    at: now !== undefined && now > due ? inOfficeHours(now, calendar, deadline.suspensions, hours) : due,
  };
}

/** Rungs of a ladder that begins anew today, whose day has passed already: they are not made up for. */
export function passedRungs(
  ladder: readonly Rung[],
  deadline: Deadline,
  today: Day,
  calendar: Calendar,
): string[] {
  return rulesOn(ladder, today).flatMap((row) => {
    const day = rungDay(deadline, row.offsetWorkingDays, calendar);
    return day !== undefined && day <= today ? [row.code] : [];
  });
}

/** All rungs whose moment has come, in order, each once; none outside office hours or while suspended. */
export function dueRungs(
  ladder: readonly Rung[],
  deadline: Deadline,
  fired: readonly string[],
  now: Instant,
  calendar: Calendar,
  hours?: Hours,
): DueRung[] {
  const today = shanghaiDay(now);
  if (!stands(deadline) || inOfficeHours(now, calendar, deadline.suspensions, hours) !== now) return [];
  const seen = new Set(fired);
  const due: DueRung[] = [];
  for (;;) {
    const [first] = planned({ ladder, deadline, fired: seen, calendar });
    if (!first || rungInstant(first.day, hours) > now) return due;
    seen.add(first.rung);
    const lateByWorkingDays = workingDaysBetween(calendar, first.day, today);
    due.push({ rung: first.rung, at: rungInstant(first.day, hours), row: first.row, lateByWorkingDays });
  }
}
