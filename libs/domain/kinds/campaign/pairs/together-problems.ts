import type { CheckedPair } from './check-pairs.ts';
import { cyclesThrough } from './cycles.ts';
import type { MatchedHospital, StandingPairing } from './pair.ts';
import { problem, rowsText } from './problem.ts';

type Matched = CheckedPair & { pilot: MatchedHospital; assisted: MatchedHospital };

const shownNames = 8;

/** Adds to the rows what is wrong with them among the others and beside the pairings of an overlapping term. */
export function togetherProblems(
  pairs: readonly CheckedPair[],
  overlapping: readonly StandingPairing[],
  nameOf: ReadonlyMap<string, string>,
  allowSeveralHelpers: boolean,
): void {
  const matched = pairs.filter(
    (pair): pair is Matched =>
      pair.pilot !== undefined && pair.assisted !== undefined && pair.pilot.id !== pair.assisted.id,
  );
  addDuplicates(matched, overlapping);
  if (!allowSeveralHelpers) addSecondHelpers(matched, overlapping, nameOf);
  addCycles(matched, overlapping, nameOf);
}

function addDuplicates(matched: readonly Matched[], overlapping: readonly StandingPairing[]): void {
  const standing = new Map(overlapping.map((one) => [keyOf(one.pilotId, one.assistedId), one]));
  for (const group of grouped(matched, (pair) => keyOf(pair.pilot.id, pair.assisted.id)).values()) {
    const [first, ...repeats] = group;
    if (!first) continue;
    for (const pair of repeats)
      pair.problems.push(
        problem('duplicate', `与${rowsText([first.row])}重复，是同一对医院。`, '请删去这一行。', {
          otherRows: [first.row],
        }),
      );
    const one = standing.get(keyOf(first.pilot.id, first.assisted.id));
    if (!one) continue;
    for (const pair of group)
      pair.problems.push(
        problem(
          'already-paired',
          `这两家医院已经结对，期限为 ${one.from} 至 ${one.to}。`,
          '请删去这一行，或者把期限改为不重叠。',
        ),
      );
  }
}

function addSecondHelpers(
  matched: readonly Matched[],
  overlapping: readonly StandingPairing[],
  nameOf: ReadonlyMap<string, string>,
): void {
  const helpers = grouped(overlapping, (one) => one.assistedId);
  for (const [assistedId, group] of grouped(matched, (pair) => pair.assisted.id)) {
    for (const pair of group) {
      const otherRows = group.filter((other) => other.pilot.id !== pair.pilot.id).map((other) => other.row);
      if (otherRows.length > 0)
        pair.problems.push(
          problem(
            'assisted-twice',
            `帮带医院“${pair.assisted.name}”在${rowsText(otherRows)}另由别的试点医院帮带。`,
            '一家医院在同一期限内只由一家试点医院帮带：请保留一行，或者在活动中选择“允许多家帮带”。',
            { side: 'assisted', otherRows },
          ),
        );
      for (const one of (helpers.get(assistedId) ?? []).filter((each) => each.pilotId !== pair.pilot.id))
        pair.problems.push(
          problem(
            'assisted-twice',
            `帮带医院“${pair.assisted.name}”在 ${one.from} 至 ${one.to} 已由“${nameOf.get(one.pilotId) ?? '另一家医院'}”帮带。`,
            '请删去这一行，把期限改为不重叠，或者在活动中选择“允许多家帮带”。',
            { side: 'assisted' },
          ),
        );
    }
  }
}

function addCycles(
  matched: readonly Matched[],
  overlapping: readonly StandingPairing[],
  nameOf: ReadonlyMap<string, string>,
): void {
  const cycles = cyclesThrough(
    matched.map((pair) => ({ from: pair.pilot.id, to: pair.assisted.id })),
    overlapping.map((one) => ({ from: one.pilotId, to: one.assistedId })),
  );
  const listed = grouped(matched, (pair) => keyOf(pair.pilot.id, pair.assisted.id));
  matched.forEach((pair, at) => {
    const cycle = cycles[at];
    if (!cycle) return;
    const steps = cycle.way.slice(1).map((to, step) => keyOf(cycle.way[step] ?? '', to));
    const otherRows = steps.slice(1).flatMap(
      (key) =>
        listed
          .get(key)
          ?.slice(0, 1)
          .map((one) => one.row) ?? [],
    );
    const parts = otherRows.length > 0 ? [rowsText(otherRows)] : [];
    if (steps.some((key) => !listed.has(key))) parts.push('已有的结对');
    const where = cycle.length > steps.length ? `另外 ${cycle.length - 1} 对医院` : parts.join('以及');
    pair.problems.push(
      problem(
        'cycle',
        `与${where}构成循环帮带：${wayText(cycle.way, nameOf)}。`,
        '帮带不能绕回自身：请改正或者删去循环中的一对。',
        {
          otherRows,
        },
      ),
    );
  });
}

function wayText(way: readonly string[], nameOf: ReadonlyMap<string, string>): string {
  const names = way.map((id) => nameOf.get(id) ?? id);
  const shown = names.length > shownNames ? [...names.slice(0, shownNames - 1), '…', names[0] ?? ''] : names;
  return shown.join(' → ');
}

function grouped<T>(items: readonly T[], keyIn: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyIn(item));
    if (group) group.push(item);
    else groups.set(keyIn(item), [item]);
  }
  return groups;
}

function keyOf(pilotId: string, assistedId: string): string {
  return JSON.stringify([pilotId, assistedId]);
}
