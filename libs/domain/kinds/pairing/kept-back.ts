import type { PastAct } from '../../kind.ts';
import type { PairingState } from './state.ts';

/** Findings are the bureau's own until the leader has approved the bulletin, and what he wrote stays its own. */
export function keptBack(state: PairingState, acts: readonly PastAct[]): number[] {
  return (['midterm', 'final'] as const).flatMap((phase) => {
    const given = acts.filter(({ action }) => action === `inspect-${phase}`);
    const decided = acts.filter(({ action }) => action === `approve-${phase}`);
    const approved = state.inspections[phase]?.approvedBy !== undefined;
    return [...(approved ? given.slice(0, -1) : given), ...decided].map(({ seq }) => seq);
  });
}
