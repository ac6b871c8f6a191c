import { addDays, longDay, weekday, type Day } from './day.ts';

/** Only what differs from the plain week; small enough to travel in a Temporal payload. */
export interface CalendarDay {
  kind: 'holiday' | 'makeup';
  /** The holiday, also that for which a make-up day is worked. */
  name: string;
}

export interface Calendar {
  version: string;
  firstDay: Day;
  /** The last day for which the State Council has published the arrangement; later days are plain weeks. */
  publishedThrough: Day;
  days: Record<Day, CalendarDay>;
}

export interface DayKind {
  kind: 'working' | 'weekend' | 'holiday' | 'makeup';
  name?: string;
  provisional: boolean;
}

export class DayBeforeCalendar extends Error {
  constructor(day: Day, firstDay: Day) {
    super(`${longDay(day)}早于工作日历的第一天（${longDay(firstDay)}），不能计算期限`);
    this.name = 'DayBeforeCalendar';
  }
}

export function dayKind(calendar: Calendar, day: Day): DayKind {
  if (day < calendar.firstDay) throw new DayBeforeCalendar(day, calendar.firstDay);
  const provisional = day > calendar.publishedThrough;
  const exception = calendar.days[day];
  if (exception) return { ...exception, provisional };
  return { kind: weekday(day) >= 6 ? 'weekend' : 'working', provisional };
}

/** A make-up Saturday or Sunday is a working day. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const { kind } = dayKind(calendar, day);
  return kind === 'working' || kind === 'makeup';
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** The same calendar without the exceptions before `from`: what a case opened on that day carries. */
export function calendarSince(calendar: Calendar, from: Day): Calendar {
  const days = Object.fromEntries(Object.entries(calendar.days).filter(([day]) => day >= from));
  return { ...calendar, firstDay: from > calendar.firstDay ? from : calendar.firstDay, days };
}
