import type { EntityManager } from '@mikro-orm/postgresql';
import { seedCalendar } from '../seed/calendar.ts';
import { calendarSince, type Calendar } from '#domain/calendar';
import type { CaseState, RuleBook } from '#domain/case';
import { addDays, type Day } from '#domain/day';
import { bookFor } from '#domain/kinds/index';

/** The calendar in force: the newest version that was published here, else the one that is shipped. */
export async function currentCalendar(em: EntityManager): Promise<Calendar> {
  const [row] = await em.execute<{ calendar: Calendar }[]>(
    'select calendar from rule_book order by at desc, version desc limit 1',
  );
  return row?.calendar ?? seedCalendar;
}

/** What a runner of this kind needs: its own rows, and the calendar since the first open deadline started. */
export async function ruleBookFor(
  em: EntityManager,
  kind: string,
  today: Day,
  state?: CaseState,
): Promise<RuleBook> {
  const calendar = await currentCalendar(em);
  const starts = Object.values(state?.todos ?? {}).flatMap(({ deadline }) =>
    deadline ? [deadline.start] : [],
  );
  const first = [today, ...starts].sort()[0] ?? today;
  return bookFor(kind, calendarSince(calendar, addDays(first, -31)));
}
