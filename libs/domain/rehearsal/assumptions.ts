import { isWorkingDay, type Calendar } from '../calendar.ts';
import { addDays, at, plusMs, shanghaiDay, type Day, type Instant } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { Office } from '../permission.ts';
import { draw } from './dice.ts';

/** How an office answers. Shares in percent; what they leave of 100 is answered on time. */
export interface Answering {
  latePercent: number;
  neverPercent: number;
  /** On time means so many working days before the due day. */
  earlyWorkingDays: number;
  /** Late means so many working days after it. */
  lateWorkingDays: number;
}

export interface Assumptions {
  seed: number;
  hospitals: Answering;
  bureau: Answering;
  /** Organisations that answer otherwise than their side. */
  orgs?: Record<string, Answering>;
  /** How often an answer is an objection, a return, a refusal. */
  negativePercent: number;
}

export type Verdict = 'on-time' | 'late' | 'never';

/** A piece of work without a deadline is taken for one of so many working days. */
const withoutDeadline = 5;
/** Rungs fire when the office opens; people answer after that. */
const answersAt = '10:00';
const half = 30 * 60_000;
const minute = 60_000;

export const answeringOf = ({ hospitals, bureau, orgs }: Assumptions, office: Office): Answering =>
  'orgId' in office ? (orgs?.[office.orgId] ?? hospitals) : bureau;

export function verdictOf({ latePercent, neverPercent }: Answering, seed: number, about: string): Verdict {
  const drawn = draw(seed, about) * 100;
  if (drawn < neverPercent) return 'never';
  return drawn < neverPercent + latePercent ? 'late' : 'on-time';
}

/** So many working days on (or back) from a day; with 0 the working day on or after (or before) it. */
export function workingDayFrom(calendar: Calendar, from: Day, count: number, direction: 1 | -1): Day {
  let day = from;
  while (!isWorkingDay(calendar, day)) day = addDays(day, direction);
  for (let left = count; left > 0;) {
    day = addDays(day, direction);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** When somebody who answers does so: in office hours, never before he was asked. */
export function answersOn(
  { earlyWorkingDays, lateWorkingDays }: Answering,
  verdict: Exclude<Verdict, 'never'>,
  { openedAt, deadline }: { openedAt: Instant; deadline?: Deadline },
  calendar: Calendar,
): Instant {
  const opened = shanghaiDay(openedAt);
  const due = deadline?.due ?? workingDayFrom(calendar, opened, withoutDeadline, 1);
  const wanted =
    verdict === 'late'
      ? workingDayFrom(calendar, workingDayFrom(calendar, due, 0, -1), lateWorkingDays, 1)
      : workingDayFrom(calendar, due, earlyWorkingDays, -1);
  // Asked on a day off: on the next working day, or that very day where it would be late otherwise.
  const first = workingDayFrom(calendar, opened, 0, 1);
  const soonest = verdict === 'on-time' && first > due && opened <= due ? opened : first;
  const moment = at(wanted > soonest ? wanted : soonest, answersAt);
  const earliest = plusMs(openedAt, half);
  const answer = moment > earliest ? moment : earliest;
  const closes = deadline?.dueAt;
  if (verdict === 'late' || closes === undefined || answer < closes) return answer;
  const last = plusMs(closes, -minute);
  return last > openedAt ? last : answer;
}
