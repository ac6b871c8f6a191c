import type { CaseState } from '#domain/case';
import type { PairingState } from '#domain/kinds/pairing/state';
import type { Told } from './told.ts';
import type { Sight } from './visible.ts';

/** Acts of which something may have to be kept back. */
export const confidentialActions = [
  'inspect-midterm',
  'inspect-final',
  'approve-midterm',
  'approve-final',
] as const;

/** Findings are the bureau's own until the leader has approved the bulletin: sequence numbers to be kept back. */
const kept: Record<string, (state: CaseState, acts: readonly Told[]) => number[]> = {
  pairing: (state, acts) =>
    (['midterm', 'final'] as const).flatMap((phase) => {
      const approved = (state as PairingState).inspections[phase]?.approvedBy !== undefined;
      const given = acts.filter(({ action }) => action === `inspect-${phase}`);
      const decided = acts.filter(({ action }) => action === `approve-${phase}`);
      return [...(approved ? given.slice(0, -1) : given), ...decided].map(({ seq }) => seq);
    }),
};

export const confidential = (state: CaseState, sight: Sight, acts: readonly Told[]): Set<number> =>
  new Set(sight === 'all' ? [] : (kept[state.kind]?.(state, acts) ?? []));
