// What people fill in about service, in the walks of procedure.test.ts.
import type { CaseState, RuleBook } from '../case.ts';
import { addDays, at, type Day } from '../day.ts';
import type { Kind } from '../kind.ts';
import { isRefusal } from '../permission.ts';
import { decide } from '../procedure.ts';
import { assistedId, cast, pick, pilotId } from '../procedure.sample.ts';
import { readyAction } from './ready.ts';
import { pieceKey, startService, underWay } from './state.ts';
import { results } from './ways.ts';

/** With a paper that both hospitals have to be served. */
export function underService<S extends CaseState>(kind: Kind<S>, from: S, book: RuleBook): S {
  const { state } = startService(from, { code: 'interview-notice', to: [pilotId, assistedId] });
  const day = '2026-03-20';
  const ready = { actId: 'r', action: readyAction, actor: 'system', at: at(day, '10:00'), day } as const;
  const sent = decide(kind, state, { ...ready, fields: { service: 1 }, facts: {} }, book);
  if (isRefusal(sent)) throw new Error(sent.reason);
  return sent.state;
}

/** A choice that the state offers, right or wrong by turns; undefined: none of these acts. */
export function serviceFields(
  state: CaseState,
  action: string,
  today: Day,
  salt: number,
): object | undefined {
  const open = pick(underWay(state), salt);
  const piece = open && pieceKey(open);
  switch (action) {
    case 'sign-for-paper':
      return { piece, answer: salt % 3 ? 'refuse' : 'confirm' };
    case 'record-service': {
      const servers = [cast[5].personId, cast[salt % 2 ? 6 : 8].personId];
      return { piece, result: pick(Object.keys(results), salt), on: addDays(today, -(salt % 3)), servers };
    }
    case 'consent-electronic':
      return { papers: ['interview-notice'] };
    case 'revoke-consent':
      return {};
    default:
      return undefined;
  }
}
