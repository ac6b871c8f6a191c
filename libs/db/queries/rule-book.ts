import type { EntityManager } from '@mikro-orm/postgresql';
import { seedCalendar } from '../seed/calendar.ts';
import { calendarSince, type Calendar } from '#domain/calendar';
import type { CaseState, RuleBook } from '#domain/case';
import { addDays, shanghaiDay, type Day } from '#domain/day';
import { bookFor, shippedRules } from '#domain/kinds/index';
import { withAppended, type Appended, type Appendix } from '#domain/rules/append';
import type { RuleRow, RuleRows, RuleTable } from '#domain/rules/tables';

/** The calendar in force: the newest version that was published here, else the one that is shipped. */
export async function currentCalendar(em: EntityManager): Promise<Calendar> {
  const [row] = await em.execute<{ calendar: Calendar }[]>(
    'select calendar from rule_book where calendar is not null order by at desc, version desc limit 1',
  );
  return row?.calendar ?? seedCalendar;
}

interface Row {
  revision: number;
  table_code: RuleTable;
  code: string;
  from_day: Day;
  content: RuleRow | null;
}

/** All rows that the bureau appended, in the order of their approval; those before a revision, where one is named. */
export async function appendedRows(em: EntityManager, before?: number): Promise<Appendix> {
  const rows = await em.execute<Row[]>(
    `select revision, table_code, code, from_day::text, content from rule_row
      where revision < ? order by revision, idx`,
    [before ?? 2 ** 31 - 1],
  );
  return {
    revision: rows.at(-1)?.revision ?? 0,
    rows: rows.map(({ table_code: table, code, from_day: from, content }): Appended => ({
      ...{ table, code, from },
      ...(content ? { row: content } : {}),
    })),
  };
}

/** Every table as it stands, with what is to come: what was shipped and what the bureau appended. */
export const rulesInForce = async (em: EntityManager): Promise<RuleRows> =>
  withAppended(shippedRules, await appendedRows(em));

/** The books of all kinds with the whole calendar, for what asks about cases of every age. */
export async function booksInForce(em: EntityManager): Promise<(kind: string) => RuleBook> {
  const [calendar, appended] = [await currentCalendar(em), await appendedRows(em)];
  const books = new Map<string, RuleBook>();
  return (kind) => {
    const book = books.get(kind) ?? bookFor(kind, calendar, appended);
    books.set(kind, book);
    return book;
  };
}

/**
 * The first day from which a case may still have to count: an agreed day that has passed, a term from its opening.
 * A week of which a pair reports may begin before it was opened.
 */
export function countsSince(today: Day, state?: CaseState): Day {
  const starts = Object.values(state?.todos ?? {}).flatMap(({ deadline }) =>
    deadline ? [deadline.start] : [],
  );
  const opened = state ? [shanghaiDay(state.openedAt)] : [];
  return addDays([today, ...opened, ...starts].sort()[0] ?? today, -31);
}

/** What a runner of this kind needs: its own rows, and the calendar as far back as it counts. */
export async function ruleBookFor(
  em: EntityManager,
  kind: string,
  today: Day,
  state?: CaseState,
): Promise<RuleBook> {
  const calendar = calendarSince(await currentCalendar(em), countsSince(today, state));
  return bookFor(kind, calendar, await appendedRows(em));
}
