import type { Day } from '../day.ts';
import type { Rung } from '../ladder.ts';
import { holdsOn } from '../rule.ts';

/** Where a rung that has fired stands, in working days from the due day: its key is `code`, or `code#3` at its third turn. */
export function rungOffset(rungs: readonly Rung[], key: string, on: Day): number | undefined {
  const [code, turn = '1'] = key.split('#');
  const rows = rungs.filter((row) => row.code === code);
  const row = rows.find((one) => holdsOn(one, on)) ?? rows.at(-1);
  return row && row.offsetWorkingDays + (Number(turn) - 1) * (row.everyWorkingDays ?? 0);
}
