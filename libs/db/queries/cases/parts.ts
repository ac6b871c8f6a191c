import type { CaseState } from '#domain/case';
import { sideOf, sides } from '#domain/kinds/pairing/state';
import type { PairingState } from '#domain/kinds/pairing/state';

/** As what an organisation takes part in a case. */
const parts: Record<string, (state: CaseState, orgId: string) => string | undefined> = {
  pairing: (state, orgId) => {
    const side = sideOf(state as PairingState, orgId);
    return side && sides[side];
  },
};

export const partOf = (state: CaseState, orgId: string): string =>
  parts[state.kind]?.(state, orgId) ?? '当事方';
