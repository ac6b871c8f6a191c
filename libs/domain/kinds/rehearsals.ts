import type { CaseState } from '../case.ts';
import type { Replies } from '../rehearsal/reply.ts';
import { replies as pairing } from './pairing/rehearsal.ts';

/** One line per kind that can be rehearsed. */
const rehearsals: Record<string, Replies<CaseState>> = {
  pairing: pairing as unknown as Replies<CaseState>,
};

/** Of a kind without a table nobody answers anything, and the rehearsal says so. */
export const repliesOf = (kind: string): Replies<CaseState> => rehearsals[kind] ?? {};
