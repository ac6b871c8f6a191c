import type { CaseState, Expected } from '../case.ts';
import { waitsFor } from './ways.ts';
import { pieceKey, underWay, type Recipient } from './state.ts';

/** For what the last attempt waits: the post, whoever was entrusted, the end of the public notice, or a person of the bureau. */
const stepOf = ({ tried }: Recipient): string => waitsFor(tried.at(-1)?.what) ?? 'serve';

/** Of each recipient that he signs, as long as nothing is proven; of the bureau the way that is due. */
export function serviceExpected(state: CaseState, parties: readonly string[]): Expected[] {
  return underWay(state).flatMap(({ one, sentOn, ...piece }) => {
    const round = pieceKey(piece);
    const step = stepOf(one);
    const start = step === 'serve' ? (one.since ?? sentOn) : (one.tried.at(-1)?.on ?? sentOn);
    const served: Expected = { step, round, office: { bureau: true, role: 'inspector' }, start };
    if (!parties.includes(piece.recipient)) return [served];
    const office = { orgId: piece.recipient, role: one.role ?? 'liaison' };
    return [{ step: 'sign-for-paper', round, office, start: sentOn }, served];
  });
}
