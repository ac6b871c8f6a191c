import type { PairListReading, PairListView, PairProblemView } from '#contracts/pair-list';
import type { Day } from '#domain/day';
import { checkPairs, type CheckedPair } from '#domain/kinds/campaign/pairs/check-pairs';
import type { PairSide } from '#domain/kinds/campaign/pairs/pair';
import type { PairProblem } from '#domain/kinds/campaign/pairs/problem';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import type { PairListLineRow } from '../../entities/pair-list.ts';
import type { EntityManager } from '../../orm.ts';
import { registeredHospitals, standingPairings } from './facts.ts';

export type ListRow = PairListView['rows'][number];
export type ListLine = Omit<PairListLineRow, 'problems' | 'listId'>;

const noHospital: readonly PairProblem['code'][] = ['not-a-hospital', 'disabled-hospital'];

export const problemView = ({ code, side, message, remedy, suggestions }: PairProblem): PairProblemView => ({
  code,
  side: side ?? 'row',
  sentence: message + remedy,
  suggestions: suggestions.map(({ id, name }) => ({ orgId: id, name })),
});

/** The rows by the facts of this moment. A hospital that a person chose stands for what was written. */
export async function checkList(
  em: EntityManager,
  today: Day,
  { from, to, allowSeveralHelpers }: LaunchForm,
  lines: readonly ListLine[],
): Promise<ListRow[]> {
  const register = await registeredHospitals(em, today);
  const standing = await standingPairings(em, from, to);
  const nameOf = new Map(register.map(({ id, name }) => [id, name]));
  const chosen = (byHand: boolean, id: string | null | undefined) =>
    byHand && id ? nameOf.get(id) : undefined;
  const given = lines.map((line) => ({
    row: line.row,
    pilotText: chosen(line.pilotByHand, line.pilotId) ?? line.pilotText,
    assistedText: chosen(line.assistedByHand, line.assistedId) ?? line.assistedText,
  }));
  const { pairs } = checkPairs(given, register, standing, { from, to, allowSeveralHelpers });
  return lines.map((line, at) => rowOf(line, pairs[at]));
}

function rowOf(
  { row, line, pilotText, assistedText, pilotByHand, assistedByHand }: ListLine,
  pair?: CheckedPair,
): ListRow {
  const problems = pair?.problems ?? [];
  const match = (side: PairSide, byHand: boolean) => {
    const found = pair?.[side];
    const unfit = problems.some((one) => one.side === side && noHospital.includes(one.code));
    return found && !unfit ? { orgId: found.id, name: found.name, byHand } : null;
  };
  return {
    ...{ row, line, pilotText, assistedText },
    pilot: match('pilot', pilotByHand),
    assisted: match('assisted', assistedByHand),
    problems: problems.map(problemView),
  };
}

export const countProblems = (
  rows: readonly ListRow[],
  reading: PairListReading | null | undefined,
): number => rows.reduce((sum, { problems }) => sum + problems.length, reading?.faults.length ?? 0);
