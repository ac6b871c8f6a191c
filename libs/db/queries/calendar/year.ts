import type { CalendarVersions, CalendarYearView, SpecialDay } from '#contracts/calendar';
import type { Calendar, CalendarDay } from '#domain/calendar';
import { yearOf, type Day } from '#domain/day';
import { versionLabel } from '#domain/holidays/calendar-year';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { seedCalendar } from '../../seed/calendar.ts';
import { personNames } from '../cases/names.ts';
import { currentCalendar } from '../rule-book.ts';

export const specialDays = (days: Record<Day, CalendarDay>): SpecialDay[] =>
  Object.entries(days)
    .map(([day, { kind, name }]) => ({ day, kind, name }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));

/** From 1 November on the next year's arrangement is usually out (process-law.md T29). */
function reminderOf({ publishedThrough }: Calendar, today: Day): string | null {
  const missing = yearOf(publishedThrough) + 1;
  const wanted = today.slice(5) >= '11-01' ? yearOf(today) + 1 : yearOf(today);
  if (missing > wanted) return null;
  return `${missing}年的工作日历尚未发布。国务院办公厅通常在10月底至11月公布次年放假安排，请录入并报批；在此之前，涉及${missing}年的期限都是暂定。`;
}

/** The calendar of a year as it holds now; without a year, of this one. */
export async function calendarYear(em: EntityManager, today: Day, asked?: number): Promise<CalendarYearView> {
  const calendar = await currentCalendar(em);
  const [year, lastYear] = [asked ?? yearOf(today), yearOf(calendar.publishedThrough)];
  const { version } = calendar;
  return {
    ...{ year, firstYear: yearOf(calendar.firstDay), lastYear, published: year <= lastYear, version },
    versionLabel: versionLabel(version),
    days: specialDays(calendar.days).filter(({ day }) => yearOf(day) === year),
    reminder: reminderOf(calendar, today),
  };
}

interface Row {
  version: string;
  at: string;
  year: number | null;
  proposed_by_id: string | null;
  approved_by_id: string | null;
  told: number;
  broadcast_at: string | null;
}

/** Every version that was ever in force, the newest first; the last one came with the product. */
export async function versionsOfCalendar(em: EntityManager): Promise<CalendarVersions> {
  const rows = await em.execute<Row[]>(
    `select calendar->>'version' as version, at, year, proposed_by_id, approved_by_id, told, broadcast_at
       from rule_book where calendar is not null order by at desc, version desc`,
  );
  const nameOf = await personNames(
    em,
    rows.flatMap((row) => [row.proposed_by_id, row.approved_by_id]),
  );
  const published = rows.map((row, index) => ({
    ...{ version: row.version, label: versionLabel(row.version), at: instantFromDatabase(row.at) },
    ...{ year: row.year, inForce: index === 0, told: row.told, toldAll: row.broadcast_at !== null },
    proposedBy: nameOf(row.proposed_by_id),
    approvedBy: nameOf(row.approved_by_id),
  }));
  const { version } = seedCalendar;
  const shipped = {
    ...{ version, label: versionLabel(version), at: null, year: null, proposedBy: null, approvedBy: null },
    ...{ inForce: rows.length === 0, told: 0, toldAll: true },
  };
  return { items: [...published, shipped] };
}
