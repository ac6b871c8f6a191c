import { holdsOn } from '../rule.ts';
import type { CaseState, RuleBook } from '../case.ts';
import { shanghaiDay, type Instant } from '../day.ts';
import { derive, expiryOf } from '../deadline.ts';
import type { Kind, Outcome } from '../kind.ts';
import { inOfficeHours } from '../ladder.ts';
import { rowAfter } from './chain.ts';
import { officeOf, prove, told } from './prove.ts';
import { pieceOf, underWay, withRecipient, type Piece } from './state.ts';
import { unansweredRow } from './steps.ts';

/** Papers that lie in an inbox, with the moment in office hours at which another way is due. */
function lying(
  kind: Kind<CaseState>,
  state: CaseState,
  { calendar, deadlines, hours }: RuleBook,
): (ReturnType<typeof underWay>[number] & { at: Instant })[] {
  return underWay(state).flatMap((piece) => {
    const { one, recipient, sentOn } = piece;
    const rule = deadlines.find((row) => row.code === unansweredRow && holdsOn(row, sentOn));
    // Without the row a paper lies until somebody acts.
    if (!rule || one.tried.length > 0 || one.next !== 'electronic') return [];
    if (!officeOf(kind, state, recipient, one)) return [];
    const at = inOfficeHours(expiryOf(derive(rule, sentOn, calendar)), calendar, [], hours);
    return [{ ...piece, at }];
  });
}

export const serviceWake = (kind: Kind<CaseState>, state: CaseState, book: RuleBook): Instant | undefined =>
  lying(kind, state, book)
    .map(({ at }) => at)
    .sort()[0];

const publicStep = 'public-notice/';

/** The end of a public notice is service by law (AUTO, 民事诉讼法第95条); an unanswered paper only calls for another way. */
export function serviceElapse(
  kind: Kind<CaseState>,
  before: Outcome<CaseState>,
  { at, expired, book }: { at: Instant; expired: readonly string[]; book: RuleBook },
): Outcome<CaseState> {
  let outcome = before;
  for (const key of expired.filter((one) => one.startsWith(publicStep))) {
    const piece: Piece = pieceOf(key.slice(publicStep.length));
    const code = outcome.state.services?.[piece.service]?.code ?? '';
    const on = outcome.state.todos[key]?.deadline?.due ?? shanghaiDay(at);
    outcome = prove(kind, outcome, { ...piece, code, way: 'public', on });
  }
  for (const { at: due, one, paper, ...piece } of lying(kind, outcome.state, book)) {
    const row = rowAfter('unanswered', shanghaiDay(at), book.chain);
    if (due > at || !row) continue;
    const tried = [...one.tried, { what: 'unanswered' as const, on: shanghaiDay(at) }];
    const about = { service: piece.service, recipient: piece.recipient, code: paper.code };
    outcome = {
      state: withRecipient(outcome.state, piece, { ...one, tried, next: row.next }),
      effects: [
        ...outcome.effects,
        told(undefined, 'service-next', about, { next: row.next, after: 'unanswered' }),
      ],
    };
  }
  return outcome;
}
