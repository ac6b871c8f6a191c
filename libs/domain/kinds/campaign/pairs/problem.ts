import type { PairSide, Suggestion } from './pair.ts';

export type PairProblemCode =
  | 'empty-cell'
  | 'unknown-hospital'
  | 'ambiguous-name'
  | 'not-a-hospital'
  | 'disabled-hospital'
  | 'self-pair'
  | 'duplicate'
  | 'already-paired'
  | 'assisted-twice'
  | 'cycle';

export interface PairProblem {
  code: PairProblemCode;
  /** The cell that is wrong; absent where the pair as such is. */
  side?: PairSide;
  /** What is wrong. */
  message: string;
  /** What would be right. */
  remedy: string;
  /** Registered hospitals that may have been meant, best first. */
  suggestions: Suggestion[];
  /** Other rows that have a part in it. */
  otherRows: number[];
}

export function problem(
  code: PairProblemCode,
  message: string,
  remedy: string,
  more: Partial<Pick<PairProblem, 'side' | 'suggestions' | 'otherRows'>> = {},
): PairProblem {
  return { code, message, remedy, suggestions: [], otherRows: [], ...more };
}

const shownRows = 10;

/** `第 3、8 行`; a list that nobody would read to its end is cut. */
export function rowsText(rows: readonly number[]): string {
  const shown = rows.slice(0, shownRows).join('、');
  return rows.length > shownRows ? `第 ${shown} 等 ${rows.length} 行` : `第 ${shown} 行`;
}
