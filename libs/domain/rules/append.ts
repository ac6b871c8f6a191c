import type { Day } from '../day.ts';
import type { Rule } from '../rule.ts';
import { ruleTableCodes, type RuleRow, type RuleRows, type RuleTable } from './tables.ts';

/** What the bureau appended: a row that holds from a day on, or with no row the end of a code. */
export interface Appended<R extends Rule = RuleRow> {
  table: RuleTable;
  code: string;
  from: Day;
  row?: R;
}

/** All that was approved so far, in that order, and how often something was. */
export interface Appendix {
  revision: number;
  rows: readonly Appended[];
}
export const nothingAppended: Appendix = { revision: 0, rows: [] };

type Piece<R extends Rule> = Pick<Appended<R>, 'from' | 'row'>;

/**
 * The rows of one code, one after the other. Each closes the one before at its own first day; of two that begin on
 * the same day the later approved holds. No stored or shipped row is changed by it.
 */
function follow<R extends Rule>(pieces: readonly Piece<R>[]): R[] {
  const byDay = new Map(pieces.map((piece) => [piece.from, piece]));
  const inOrder = [...byDay.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.flatMap(({ row }, index) => {
    if (!row) return [];
    const next = inOrder[index + 1]?.from;
    const to = next !== undefined && (row.to === undefined || next < row.to) ? next : row.to;
    const { to: _own, ...rest } = row;
    return [(to === undefined ? rest : { ...rest, to }) as R];
  });
}

/** A table with what was appended to it; codes that nobody touched stay the rows that they are. */
export function merged<R extends Rule>(
  shipped: readonly R[],
  appended: readonly Pick<Appended<R>, 'code' | 'from' | 'row'>[],
): R[] {
  const touched = new Set(appended.map(({ code }) => code));
  const codes = new Set([...shipped, ...appended].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const rows = shipped.filter((row) => row.code === code);
    if (!touched.has(code)) return rows;
    return follow([
      ...rows.map((row) => ({ from: row.from, row })),
      ...appended.filter((one) => one.code === code),
    ]);
  });
}

/** All tables as they stand with what was appended. */
export function withAppended(shipped: RuleRows, { rows }: Pick<Appendix, 'rows'>): RuleRows {
  if (rows.length === 0) return shipped;
  const of = (table: RuleTable) =>
    merged<Rule>(
      shipped[table],
      rows.filter((row) => row.table === table),
    );
  return Object.fromEntries(ruleTableCodes.map((table) => [table, of(table)])) as unknown as RuleRows;
}
