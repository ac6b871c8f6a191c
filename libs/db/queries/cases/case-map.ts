import type { CaseView } from '#contracts/case';
import type { CaseState } from '#domain/case';
import type { Kind } from '#domain/kind';

/** The procedure's map: where the case was, where it is, what lies ahead. */
export function caseMap(
  kind: Kind<CaseState>,
  entered: readonly string[],
  state: CaseState,
): CaseView['map'] {
  const codes = Object.keys(kind.stages);
  const here = codes.indexOf(state.stage);
  const statusOf = (code: string, index: number) => {
    if (code === state.stage) return state.closedAt ? 'done' : 'here';
    if (entered.includes(code)) return index < here || state.closedAt ? 'done' : 'next';
    return index < here || state.closedAt ? 'skipped' : 'next';
  };
  return codes
    .map(
      (code, index) => ({ code, label: kind.stages[code] ?? code, status: statusOf(code, index) }) as const,
    )
    .filter(({ code }) => code === state.stage || entered.includes(code) || !kind.aside?.includes(code));
}
