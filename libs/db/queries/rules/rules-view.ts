import type { Clock } from '#config/clock';
import type { RuleLine, RulesView } from '#contracts/rules';
import { addDays, type Day } from '#domain/day';
import { shippedRules } from '#domain/kinds/index';
import { holdsOn, marks } from '#domain/rule';
import { withAppended } from '#domain/rules/append';
import {
  ruleTableCodes,
  ruleTables,
  type RuleRow,
  type RuleRows,
  type RuleTable,
} from '#domain/rules/tables';
import { rowWords } from '#domain/rules/words';
import type { EntityManager } from '../../orm.ts';
import { personNames } from '../cases/names.ts';
import { appendedRows } from '../rule-book.ts';
import { deadlineName, groupOf, nameOfRule } from './names.ts';

type Signed = Pick<RuleLine['past'][number], 'proposedBy' | 'approvedBy'>;
type SignedOf = (table: RuleTable, row: RuleRow) => Signed;

/** Every rule with the row that holds, what is to come and what was; whoever may read the calendar may read them. */
export async function rulesView(em: EntityManager, clock: Clock): Promise<RulesView> {
  const rules = withAppended(shippedRules, await appendedRows(em));
  const today = clock.today();
  const signedOf = await signatures(em);
  return {
    earliest: addDays(today, 1),
    tables: ruleTableCodes.map((table) => ({
      ...{ table, label: ruleTables[table] },
      rows: linesOf(table, rules, today, signedOf),
    })),
    telling: await telling(em),
  };
}

function linesOf(table: RuleTable, rules: RuleRows, today: Day, signedOf: SignedOf): RuleLine[] {
  const rows: readonly RuleRow[] = rules[table];
  const lines = [...new Set(rows.map(({ code }) => code))].map((code): RuleLine => {
    const own = rows.filter((row) => row.code === code);
    const now = own.find((row) => holdsOn(row, today));
    const shown = now ?? own.findLast(({ from }) => from <= today) ?? own[0];
    const period = (row: RuleRow) => ({
      ...{ words: rowWords(table, row, (one) => deadlineName(one, rules)), ground: row.ground },
      ...{ from: row.from, to: row.to ?? null, mark: row.mark, markLabel: marks[row.mark] },
      ...signedOf(table, row),
    });
    const ladder = shown && 'offsetWorkingDays' in shown ? shown.ladder : undefined;
    return {
      ...{ code, name: nameOfRule(table, code, rules, shown?.label), group: groupOf(table, code, ladder) },
      now: now ? period(now) : null,
      coming: own.filter(({ from }) => from > today).map(period),
      past: own.filter(({ to }) => to !== undefined && to <= today).map(period),
      ends: endable(table, code) && now !== undefined && now.to === undefined,
      values: valuesOf(own.at(-1)),
    };
  });
  return table === 'rung' ? lines.sort(byOffset) : lines;
}

/** By when they come; those of other work after those of all. */
const byOffset = (one: RuleLine, other: RuleLine): number =>
  Number(one.values.ladder !== undefined) - Number(other.values.ladder !== undefined) ||
  (one.values.offsetWorkingDays ?? 0) - (other.values.offsetWorkingDays ?? 0);

const endable = (table: RuleTable, code: string): boolean =>
  table === 'rung' || table === 'ground' || (table === 'extension' && code !== 'extension');

function valuesOf(row: RuleRow | undefined): RuleLine['values'] {
  if (!row) return {};
  const { code: _code, from: _from, to: _to, ground: _ground, mark: _mark, ...values } = row;
  return values as RuleLine['values'];
}

interface SignedRow {
  table_code: string;
  code: string;
  from_day: Day;
  proposed_by_id: string | null;
  approved_by_id: string | null;
}

/** Of two rows for the same day the later approved one holds, and is the one that was signed. */
async function signatures(em: EntityManager): Promise<SignedOf> {
  const rows = await em.execute<SignedRow[]>(
    `select r.table_code, r.code, r.from_day::text, b.proposed_by_id, b.approved_by_id
       from rule_row r join rule_book b on b.revision = r.revision order by r.revision, r.idx`,
  );
  const nameOf = await personNames(
    em,
    rows.flatMap((row) => [row.proposed_by_id, row.approved_by_id]),
  );
  const signed = new Map(rows.map((row) => [`${row.table_code} ${row.code} ${row.from_day}`, row]));
  return (table, { code, from }) => {
    const row = signed.get(`${table} ${code} ${from}`);
    return { proposedBy: nameOf(row?.proposed_by_id), approvedBy: nameOf(row?.approved_by_id) };
  };
}

async function telling(em: EntityManager): Promise<RulesView['telling']> {
  const [row] = await em.execute<{ told: number; broadcast_at: string | null }[]>(
    'select told, broadcast_at from rule_book where revision is not null order by revision desc limit 1',
  );
  return row && row.broadcast_at === null ? { told: row.told } : null;
}
