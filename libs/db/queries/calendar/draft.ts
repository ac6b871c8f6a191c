import type { Clock } from '#config/clock';
import type { CalendarDraftView } from '#contracts/calendar';
import type { Actor } from '#domain/actor';
import type { CalendarDay } from '#domain/calendar';
import { shortDay, weekday, yearOf } from '#domain/day';
import { hasEnded } from '#domain/draft';
import { differences, yearWarnings, type Difference } from '#domain/holidays/calendar-year';
import { calendarSort } from '../../drafts/calendar.ts';
import type { EntityManager } from '../../orm.ts';
import { draftHead } from '../drafts/draft-head.ts';
import { draftOfSort } from '../drafts/draft-row.ts';
import { currentCalendar } from '../rule-book.ts';
import { specialDays } from './year.ts';

export async function calendarDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<CalendarDraftView> {
  const row = await draftOfSort(em, calendarSort, actor, id);
  const { year, days, source, text, reading } = row.content;
  const calendar = await currentCalendar(em);
  return {
    ...(await draftHead(em, clock, actor, calendarSort, row)),
    ...{ year, source, text, reading, days: specialDays(days) },
    warnings: hasEnded(row) ? [] : yearWarnings(row.content, calendar, clock.today()),
    // A year that follows differs on every day that it names.
    differences:
      hasEnded(row) || year > yearOf(calendar.publishedThrough)
        ? []
        : differences(row.content, calendar).map((one) => ({ day: one.day, says: said(one) })),
  };
}

function said({ day, from, to }: Difference): string {
  const words = (entry: CalendarDay | undefined) =>
    entry
      ? `${entry.kind === 'holiday' ? '放假' : '上班'}（${entry.name}）`
      : weekday(day) < 6
        ? '工作日'
        : '周末';
  return `${shortDay(day)}：${words(to)}，原为${words(from)}`;
}
