import { readName } from './hospital-name.ts';
import type { Lookup } from './name-index.ts';
import { sideLabels } from './pair.ts';
import type { PairRow, PairSide, Suggestion } from './pair.ts';
import { problem } from './problem.ts';
import type { PairProblem } from './problem.ts';

const longestShown = 40;

/** What is wrong with one row by itself. */
export function alonePairProblems(row: PairRow, found: Record<PairSide, Lookup>): PairProblem[] {
  const problems = [
    ...sideProblems('pilot', row.pilotText, found.pilot),
    ...sideProblems('assisted', row.assistedText, found.assisted),
  ];
  const { pilot, assisted } = found;
  if (pilot.found === 'one' && assisted.found === 'one' && pilot.match.id === assisted.match.id)
    problems.push(
      problem(
        'self-pair',
        `“${pilot.match.name}”与自己结对。`,
        '试点医院和帮带医院应当是两家不同的医院，请改正其中一家。',
      ),
    );
  return problems;
}

function sideProblems(side: PairSide, text: string, found: Lookup): PairProblem[] {
  const label = sideLabels[side];
  if (readName(text).plain === '')
    return [
      problem('empty-cell', `没有填写${label}。`, `请填写${label}的名称；若这一行不需要，请删去。`, { side }),
    ];
  const written = text.trim().length > longestShown ? `${text.trim().slice(0, longestShown)}…` : text.trim();
  if (found.found === 'none')
    return [
      problem(
        'unknown-hospital',
        `${label}“${written}”不在机构名册中。`,
        found.suggestions.length > 0
          ? `请改为名册中的名称，可能是：${namesText(found.suggestions)}；确属新机构的，请系统管理员先行登记。`
          : '请改为名册中的名称；确属新机构的，请系统管理员先行登记。',
        { side, suggestions: found.suggestions },
      ),
    ];
  if (found.found === 'several')
    return [
      problem(
        'ambiguous-name',
        `${label}“${written}”可能指几家医院。`,
        `请写全称，选择其中一家：${namesText(found.suggestions)}。`,
        { side, suggestions: found.suggestions },
      ),
    ];
  const problems: PairProblem[] = [];
  if (found.hospital.kind !== 'hospital')
    problems.push(
      problem('not-a-hospital', `${label}“${written}”在名册中不是医院。`, `请填写一家医院作为${label}。`, {
        side,
      }),
    );
  if (found.hospital.disabled)
    problems.push(
      problem(
        'disabled-hospital',
        `${label}“${found.match.name}”已停用。`,
        '请改为在用的医院；停用有误的，请系统管理员恢复。',
        { side },
      ),
    );
  return problems;
}

function namesText(suggestions: readonly Suggestion[]): string {
  return suggestions.map(({ name }) => `“${name}”`).join('、');
}
