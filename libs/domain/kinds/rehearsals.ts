import type { CaseState } from '../case.ts';
import type { Replies } from '../rehearsal/reply.ts';
import { serviceReplies } from '../service/rehearsal.ts';
import { supervisionReplies } from '../supervision/rehearsal.ts';
import { replies as commitment } from './commitment/rehearsal.ts';
import { replies as onSiteCheck } from './on-site-check/rehearsal.ts';
import { replies as pairing } from './pairing/rehearsal.ts';

/** One line per kind that can be rehearsed. */
const rehearsals: Record<string, Replies<CaseState>> = {
  pairing: pairing as unknown as Replies<CaseState>,
  'on-site-check': onSiteCheck as unknown as Replies<CaseState>,
  commitment: commitment as unknown as Replies<CaseState>,
};

/** Of a kind without a table only what supervising asks is answered, and the rehearsal says so. */
export const repliesOf = (kind: string): Replies<CaseState> => ({
  ...supervisionReplies,
  ...serviceReplies,
  ...rehearsals[kind],
});
