import type { YearReading } from '#contracts/calendar';
import type { Calendar } from '#domain/calendar';
import {
  mergeYear,
  nextVersion,
  versionLabel,
  yearProblems,
  type CalendarYear,
} from '#domain/holidays/calendar-year';
import { bookVersion } from '#domain/rules/book-version';
import type { EntityManager } from '../orm.ts';
import { appendedRows, currentCalendar } from '../queries/rule-book.ts';
import { seedCalendar } from '../seed/calendar.ts';
import { appendBook } from './append-book.ts';
import type { DraftSort } from './draft-sort.ts';

/** A year's days off as somebody proposes them. */
export interface CalendarContent extends CalendarYear {
  /** 粘贴的文字, the name of a file, or 逐日录入. */
  source: string;
  text: string | null;
  /** What of the text was read and what was not. */
  reading: YearReading | null;
}

const titleOf = ({ year }: CalendarContent) => `${year}年工作日历`;

export const calendarSort: DraftSort<CalendarContent> = {
  code: 'calendar',
  logged: { kind: 'calendar-changed', subject: 'calendar' },
  subject: titleOf,
  naming: () =>
    Promise.resolve({ of: ({ content }) => ({ title: titleOf(content), detail: content.source }) }),
  problems: async (em, _clock, { content }) => yearProblems(content, await currentCalendar(em)),
  beside: async (em) => {
    const { version } = await currentCalendar(em);
    return { version, since: `工作日历已更新为${versionLabel(version)}` };
  },
  publish: async (tx, clock, { content, personId }, by) => {
    const calendar = await nextCalendar(tx, content);
    const book = bookVersion(calendar.version, (await appendedRows(tx)).revision);
    await appendBook(tx, clock, {
      ...{ version: book, calendar, year: content.year },
      ...{ proposedById: personId, approvedById: by.personId },
    });
    return { became: calendar.version, label: versionLabel(calendar.version), book };
  },
};

/** All other years as they stand, this one as proposed. */
async function nextCalendar(tx: EntityManager, year: CalendarYear): Promise<Calendar> {
  const merged = mergeYear(await currentCalendar(tx), year, '');
  const rows = await tx.execute<{ version: string }[]>(
    `select calendar->>'version' as version from rule_book where calendar is not null`,
  );
  const versions = [seedCalendar.version, ...rows.map((row) => row.version)];
  return { ...merged, version: nextVersion(merged, versions) };
}
