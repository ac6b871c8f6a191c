import { isWorkingDay, type Calendar } from '#domain/calendar';
import { addDays, at, shanghaiDay, weekday, type Day, type Instant } from '#domain/day';
import { monday } from '#domain/kinds/pairing/week';

/** Days of the demo, told from the present: so many working days ago or ahead. */
export interface Days {
  now: Instant;
  /** The working day so many before today; today itself never counts, whether it is one or not. */
  ago(count: number): Day;
  ahead(count: number): Day;
  /** On the day that lies so many working days back; acts of one pair and day follow one another. */
  slot(count: number, turn: number, shift: number): Instant;
  /** Before the weekly report falls due at 17:00. */
  afternoon(day: Day, shift: number): Instant;
  /** When a careful hospital reports on the week: its last working day, or the first one after a week off. */
  reportDay(week: Day): Day;
  /** The week that runs now; before Monday's opening hour the last one still does. */
  week: Day;
}

const openingHours = 9;

export function daysFrom(now: Instant, calendar: Calendar): Days {
  const today = shanghaiDay(now);
  const open = (day: Day) => isWorkingDay(calendar, day);
  const step = (count: number, by: 1 | -1): Day => {
    let day = today;
    for (let left = count; left > 0;) {
      day = addDays(day, by);
      if (open(day)) left -= 1;
    }
    return day;
  };
  const ago = (count: number) => step(count, -1);
  const minutes = (turn: number, shift: number) => 25 + turn * 47 + ((shift * 11) % 40);
  const clock = (all: number) =>
    `${String(openingHours + Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
  const weekStarted = open(today) && now < at(today, '09:00') ? addDays(today, -1) : today;
  return {
    now,
    ago,
    ahead: (count) => step(count, 1),
    slot: (count, turn, shift) => at(ago(count), clock(minutes(turn, shift))),
    afternoon: (day, shift) => at(day, clock(6 * 60 + 50 + ((shift * 11) % 40))),
    reportDay(week) {
      for (let day = addDays(week, 4); day >= week; day = addDays(day, -1)) if (open(day)) return day;
      for (let day = addDays(week, 7); ; day = addDays(day, 1)) if (open(day)) return day;
    },
    week: monday(weekStarted),
  };
}

/** As the procedure has it: a plan agreed on a Thursday or later owes its first report in the week after. */
export const firstReportedWeek = (agreed: Day): Day =>
  weekday(agreed) < 4 ? monday(agreed) : addDays(monday(agreed), 7);
