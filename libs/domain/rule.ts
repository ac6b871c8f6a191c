import { longDay, type Day } from './day.ts';

/** How far a number may be relied on (process-law.md): read in the law, from memory, our default, or open. */
export const marks = { law: '法定', memory: '待核对', default: '默认值', configure: '待配置' } as const;
export type Mark = keyof typeof marks;

/** One dated row. Rows are append-only: changing the law is closing one period and appending another row. */
export interface Rule {
  code: string;
  label: string;
  from: Day;
  /** The first day on which the row no longer holds. */
  to?: Day;
  /** The clause it rests on, or who set it. */
  ground: string;
  mark: Mark;
}

export class RuleMissing extends Error {
  constructor(code: string, day: Day) {
    super(`规则“${code}”在${longDay(day)}没有生效的条款`);
    this.name = 'RuleMissing';
  }
}

export const holdsOn = (rule: Rule, day: Day): boolean =>
  rule.from <= day && (rule.to === undefined || day < rule.to);

export const rulesOn = <R extends Rule>(rows: readonly R[], day: Day): R[] =>
  rows.filter((row) => holdsOn(row, day));

export function ruleOn<R extends Rule>(rows: readonly R[], code: string, day: Day): R {
  const row = rows.find((candidate) => candidate.code === code && holdsOn(candidate, day));
  if (!row) throw new RuleMissing(code, day);
  return row;
}

/** What is wrong with the periods of a table; empty when at most one row of a code holds on any day. */
export function periodFaults(rows: readonly Rule[]): string[] {
  const faults: string[] = [];
  const open = '9999-12-31';
  for (const [index, row] of rows.entries()) {
    if (row.to !== undefined && row.to <= row.from)
      faults.push(`规则“${row.code}”的失效日不晚于生效日 ${row.from}`);
    for (const other of rows.slice(index + 1)) {
      if (other.code !== row.code) continue;
      if (row.from < (other.to ?? open) && other.from < (row.to ?? open))
        faults.push(`规则“${row.code}”自 ${row.from} 与自 ${other.from} 的条款期间重叠`);
    }
  }
  return faults;
}
