import type { Calendar } from '../../calendar.ts';
import { addDays, type Day, type Instant } from '../../day.ts';
import { derive, expiryOf, type DeadlineRule } from '../../deadline.ts';
import { ruleOn } from '../../rule.ts';
import { deadlines } from './deadlines.ts';

/** A task that takes longer than this is reported on monthly. */
export const longDays = 31;

/** The last three moments by which a report was owed, before today, the latest first. */
function lastOwed(rule: DeadlineRule, today: Day, calendar: Calendar): Instant[] {
  const owed = new Set<Instant>();
  // Four months hold three ends of a month, wherever holidays push them.
  for (let back = 1; owed.size < 3 && back < 125; back += 1) {
    const deadline = derive(rule, addDays(today, -back), calendar);
    if (deadline.due < today) owed.add(expiryOf(deadline));
  }
  return [...owed];
}

/** Two reports in a row were missed (process-law.md §4) by whoever neither reported nor began after these. */
export interface Silence {
  reported: Instant;
  /** Who began later owed only one of the two. */
  begun: Instant;
}

const never: Instant = '1970-01-01T00:00:00.000Z';

/** Of reports that are owed weekly, and of the monthly ones of a long task. */
export function silentSince(today: Day, calendar: Calendar): Record<'weekly' | 'monthly', Silence> {
  const since = (code: string): Silence => {
    const rule = ruleOn(deadlines, `commitment.${code}`, today);
    const [, begun = never, reported = never] = lastOwed(rule, today, calendar);
    return { reported, begun };
  };
  return { weekly: since('progress-weekly'), monthly: since('progress-monthly') };
}
