import { alonePairProblems } from './alone-problems.ts';
import { nameIndex } from './name-index.ts';
import type {
  MatchedHospital,
  PairOptions,
  PairRow,
  PairSide,
  RegisteredHospital,
  StandingPairing,
} from './pair.ts';
import type { PairProblem } from './problem.ts';
import { togetherProblems } from './together-problems.ts';

export interface CheckedPair extends PairRow {
  pilot?: MatchedHospital;
  assisted?: MatchedHospital;
  problems: PairProblem[];
}

export interface CheckedPairs {
  pairs: CheckedPair[];
  /** Every row has two hospitals and no problem; never true of an empty list. */
  sound: boolean;
}

/**
 * Compares a list of pairs with the register, with itself and with the pairings that stand. Gives all problems of all
 * rows, in their order, so that a list is corrected in one go.
 */
export function checkPairs(
  rows: readonly PairRow[],
  register: readonly RegisteredHospital[],
  standing: readonly StandingPairing[],
  options: PairOptions,
): CheckedPairs {
  const find = nameIndex(register);
  const pairs = rows.map((row): CheckedPair => {
    const pilot = find(row.pilotText);
    const assisted = find(row.assistedText);
    const checked: CheckedPair = { ...row, problems: alonePairProblems(row, { pilot, assisted }) };
    const matched: Record<PairSide, MatchedHospital | undefined> = {
      pilot: pilot.found === 'one' ? pilot.match : undefined,
      assisted: assisted.found === 'one' ? assisted.match : undefined,
    };
    if (matched.pilot) checked.pilot = matched.pilot;
    if (matched.assisted) checked.assisted = matched.assisted;
    return checked;
  });
  const overlapping = standing.filter((one) => one.from <= options.to && options.from <= one.to);
  const nameOf = new Map(register.map(({ id, name }) => [id, name]));
  togetherProblems(pairs, overlapping, nameOf, options.allowSeveralHelpers);
  return { pairs, sound: pairs.length > 0 && pairs.every((pair) => pair.problems.length === 0) };
}
