import type { Rule } from '../rule.ts';
import { chainLabel } from '../service/chain.ts';
import type { Appended } from './append.ts';
import type { GivenOf, GivenRow, GivenRules } from './given.ts';
import type { RuleRow, RuleRows, RuleTable } from './tables.ts';
import { rungLabel } from './words.ts';

type Given<T extends RuleTable> = GivenOf[T];
type Base = Pick<Rule, 'code' | 'label' | 'from' | 'ground' | 'mark'>;
type Row<T extends RuleTable> = RuleRows[T][number];

/** A rung that exists stays on its ladder. */
const rung = (base: Base, given: Given<'rung'>, now: Row<'rung'> | undefined): Row<'rung'> => {
  const { offsetWorkingDays, everyWorkingDays, whom, paper } = given;
  const ladder = now ? now.ladder : given.ladder === 'default' ? undefined : given.ladder;
  return {
    ...base,
    label: rungLabel({ ...given, ladder }),
    ...(ladder === undefined ? {} : { ladder }),
    offsetWorkingDays,
    ...(everyWorkingDays === undefined ? {} : { everyWorkingDays }),
    whom,
    // A letter goes out when he before whom it is put says so; who is only told gets a message.
    ...(whom === 'section-head' || whom === 'leader' || whom === 'chief-leader'
      ? paper === undefined
        ? {}
        : { paper, approvedBy: whom }
      : { paper: 'reminder' as const }),
  };
};

/** How the term is counted stays as it is; how long it is is what is given. */
const deadline = (base: Base, given: Given<'deadline'>, now: Row<'deadline'> | undefined) => {
  const { count, unit, fixedWeekday, time } = given;
  return {
    ...base,
    ...{ unit, count, roll: now?.roll ?? true },
    ...(now?.endOf === undefined ? {} : { endOf: now.endOf }),
    ...(fixedWeekday === undefined ? {} : { fixedWeekday }),
    ...(time === undefined ? {} : { time }),
  };
};

/** Codes of rows that are new are given out here: `own-1`, `own-2`, never again one that was in use. */
function newCode(prefix: string, used: readonly string[]): string {
  for (let turn = 1; ; turn += 1) {
    const code = `${prefix}own-${turn}`;
    if (!used.includes(code)) return code;
  }
}

const codeOf = (table: RuleTable, given: GivenRow, used: readonly string[]): string => {
  if ('code' in given && given.code !== undefined) return given.code;
  if (table === 'office-hours') return table;
  const own = 'ladder' in given && given.ladder !== 'default' ? `${given.ladder}.` : '';
  return newCode(own, used);
};

/** The rows as they would stand, from what somebody filled in. */
export function composed({ table, rows }: GivenRules, rules: RuleRows): Appended[] {
  const used = rules[table].map(({ code }) => code);
  return (rows as readonly GivenRow[]).map((given) => {
    const code = codeOf(table, given, used);
    used.push(code);
    const { from } = given;
    if (given.does === 'end') return { table, code, from };
    return { table, code, from, row: rowOf(table, given, code, rules) };
  });
}

function rowOf(
  table: RuleTable,
  given: Exclude<GivenRow, { does: 'end' }>,
  code: string,
  rules: RuleRows,
): RuleRow {
  const now = rules[table].findLast((row) => row.code === code && row.from <= given.from);
  const { from, ground, mark } = given;
  const base: Base = { code, label: now?.label ?? code, from, ground, mark };
  const make: { [T in RuleTable]: (one: Given<T>) => RuleRow } = {
    rung: (one) => rung(base, one, now as Row<'rung'> | undefined),
    deadline: (one) => deadline(base, one, now as Row<'deadline'> | undefined),
    extension: ({ times, mostWorkingDays, aheadWorkingDays, firstBy, laterBy }) => ({
      ...base,
      ...{ label: now?.label ?? '延期', times, mostWorkingDays, aheadWorkingDays, firstBy, laterBy },
    }),
    ground: ({ label, approvedBy, rules: only }) => ({
      ...base,
      ...{ label, approvedBy, ...(only ? { rules: only } : {}) },
    }),
    route: ({ stages }) => ({
      ...base,
      stages: stages.map(({ signers, need }) => ({ signers, ...(need === undefined ? {} : { need }) })),
    }),
    'office-hours': ({ opens, closes }) => ({ ...base, label: '办公时间', opens, closes }),
    numbering: ({ form, letters }) => ({
      ...{ ...base, form },
      ...(form === 'official' && letters ? { letters } : {}),
    }),
    way: ({ next }) => {
      const { after = 'unanswered' } = (now ?? {}) as Partial<Row<'way'>>;
      return { ...base, label: chainLabel(base.label, next), after, next };
    },
  };
  return make[table](given as never);
}
