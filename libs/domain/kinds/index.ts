import type { CaseState } from '../case.ts';
import type { Kind } from '../kind.ts';
import { campaign } from './campaign/kind.ts';
import { deadlines as campaignDeadlines } from './campaign/deadlines.ts';
import { pairing } from './pairing/kind.ts';
import { deadlines as pairingDeadlines } from './pairing/deadlines.ts';

/** The registry: one line per kind. */
const kinds: Record<string, Kind<CaseState>> = {
  campaign: campaign as unknown as Kind<CaseState>,
  pairing: pairing as unknown as Kind<CaseState>,
};

/** Rows shipped in code; the bureau appends its own in the database. */
export const shippedDeadlines = [...campaignDeadlines, ...pairingDeadlines];

export const kindCodes = Object.keys(kinds);

export function kindOf(code: string): Kind<CaseState> {
  const kind = kinds[code];
  if (!kind) throw new Error(`no such kind of case: ${code}`);
  return kind;
}
