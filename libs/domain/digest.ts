import { isWorkingDay, type Calendar } from './calendar.ts';
import { addDays, at, shanghaiDay, type Day, type Instant } from './day.ts';

/** When the morning's mail goes out, Shanghai time; product default. */
const digestTime = '08:30';
/** A worker that was down in the morning still sends it, until the office closes. */
const latestTime = '17:30';

/** The next moment to ask whether a digest is due; never twice on one day. */
export function nextDigest(now: Instant, lastDay: Day | undefined): Instant {
  const today = shanghaiDay(now);
  const begins = at(today, digestTime);
  if (lastDay === today || now >= at(today, latestTime)) return at(addDays(today, 1), digestTime);
  return now > begins ? now : begins;
}

/** On working days, make-up Saturdays and Sundays included. */
export const isDigestDay = (calendar: Calendar, day: Day): boolean => isWorkingDay(calendar, day);
