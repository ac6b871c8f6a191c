import type { CaseState } from '#domain/case';
import type { CommitmentState } from '#domain/kinds/commitment/state';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import { sideOf, sides } from '#domain/kinds/pairing/state';
import type { PairingState } from '#domain/kinds/pairing/state';

/** As what an organisation takes part in a case. */
const parts: Record<string, (state: CaseState, orgId: string) => string | undefined> = {
  pairing: (state, orgId) => {
    const side = sideOf(state as PairingState, orgId);
    return side && sides[side];
  },
  commitment: (state, orgId) => {
    const { owner, helpers } = state as CommitmentState;
    if (owner.orgId === orgId) return '责任单位';
    return helpers.some((part) => part.orgId === orgId) ? '协办单位' : '有关单位';
  },
  'on-site-check': (state, orgId) =>
    (state as OnSiteCheckState).visitedId === orgId ? '被查单位' : '有关单位',
  dispatch: () => '收文单位',
  serving: () => '受送达人',
};

export const partOf = (state: CaseState, orgId: string): string =>
  parts[state.kind]?.(state, orgId) ?? '当事方';
