import type { CalendarDay } from '../calendar.ts';
import { isDay, yearOf, type Day } from '../day.ts';

export type DayColumn = 'day' | 'kind' | 'name';

const heads: Record<DayColumn, RegExp> = {
  day: /^(?:day|date|日期)$/i,
  kind: /^(?:kind|type|类型|类别|安排)$/i,
  name: /^(?:name|名称|节日|节日名称|说明)$/i,
};

/** Which column says what; undefined where the three heads don't stand there. */
export function dayHead(cells: readonly string[]): Record<DayColumn, number> | undefined {
  const at = (column: DayColumn) => cells.findIndex((cell) => heads[column].test(cell.trim()));
  const found = { day: at('day'), kind: at('kind'), name: at('name') };
  return Object.values(found).includes(-1) ? undefined : found;
}

export interface DayRow extends Record<DayColumn, string> {
  /** As the table counts it. */
  row: number;
}

export interface DayTable {
  days: Record<Day, CalendarDay>;
  problems: string[];
}

const kinds: [RegExp, CalendarDay['kind']][] = [
  [/^(?:holiday|放假|休|休息|节假日|假)$/i, 'holiday'],
  [/^(?:makeup|make-up|workday|上班|班|调休|调休上班|补班)$/i, 'makeup'],
];

/** The days of a table; a row that makes no sense is named and left out. */
export function readDayRows(rows: readonly DayRow[]): DayTable {
  const table: DayTable = { days: {}, problems: [] };
  for (const { row, day: written, kind: said, name } of rows) {
    const wrong = (what: string) => void table.problems.push(`第${row}行：${what}`);
    const day = dayOf(written);
    const kind = kinds.find(([pattern]) => pattern.test(said.trim()))?.[1];
    if (day === undefined) wrong(`“${written}”不是有效日期，应写作 2027-01-01。`);
    else if (kind === undefined) wrong(`“${said}”不能识别，应写作“放假”或“上班”。`);
    else if (name.trim() === '') wrong('没有写明节日名称。');
    else if (table.days[day]) wrong(`${day} 在前面已经列过。`);
    else table.days[day] = { kind, name: name.trim() };
  }
  return table;
}

/** 2027-01-01, 2027/1/1, 2027年1月1日. */
function dayOf(text: string): Day | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  const [, year = '', month = '', date = ''] = match ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** The year in which most of the days lie. */
export function yearOfDays(days: readonly Day[]): number | undefined {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
