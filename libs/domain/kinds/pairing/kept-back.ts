import type { PastAct } from '../../kind.ts';
import type { PairingState } from './state.ts';

/** What the leader wrote of an inspection stays the bureau's own; the findings are kept back by their check. */
export const keptBack = (_state: PairingState, acts: readonly PastAct[]): number[] =>
  acts.filter(({ action }) => action.startsWith('approve-')).map(({ seq }) => seq);
