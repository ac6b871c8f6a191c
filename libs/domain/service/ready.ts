import { z } from 'zod';
import type { CaseState, Effect } from '../case.ts';
import type { Day } from '../day.ts';
import { action, type Action, type Kind, type Outcome } from '../kind.ts';
import { refuse } from '../permission.ts';
import { consents } from './consents.ts';
import { officeOf, prove, told } from './prove.ts';
import { withRecipient } from './state.ts';

/** The act by which the case hears that a paper's bytes exist: only then is it sent. */
export const readyAction = 'paper-ready';

/** Arrival in the inbox of whoever has consented is service on that day (民事诉讼法第90条第2款); others are asked to sign. */
export const paperReady = (kind: Kind<CaseState>): Action<CaseState> =>
  action({
    label: '文书已发送',
    verb: '发送',
    by: () => 'system',
    form: z.object({}),
    fields: z.object({ service: z.number().int().positive() }),
    apply: (state: CaseState, { fields: { service }, day }) => {
      const paper = state.services?.[service];
      if (!paper) return refuse('no-service', '没有这份需要送达的文书。');
      if (paper.sentOn !== undefined) return refuse('sent', '这份文书已经发送。');
      return serviceBegun(kind, state, { service, day });
    },
  });

/** The paper is sent: whoever has an account is asked to sign for it. */
export function serviceBegun(
  kind: Kind<CaseState>,
  state: CaseState,
  { service, day }: { service: number; day: Day },
): Outcome<CaseState> {
  const paper = state.services?.[service];
  if (!paper) return { state, effects: [] };
  const sent = { ...state, services: { ...state.services, [service]: { ...paper, sentOn: day } } };
  let outcome: Outcome<CaseState> = { state: sent, effects: [] };
  for (const [recipient, one] of Object.entries(paper.to).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const office = officeOf(kind, state, recipient, one);
    const next = office ? ('electronic' as const) : ('direct' as const);
    const piece = { service, recipient, code: paper.code };
    const waiting = withRecipient(outcome.state, piece, { ...one, next, since: day });
    if (office && consents(state, recipient, paper.code, day)) {
      outcome = prove(kind, { ...outcome, state: waiting }, { ...piece, way: 'electronic', on: day });
      continue;
    }
    const asked: Effect[] = office ? [told(office, 'paper-to-sign', piece)] : [];
    outcome = { state: waiting, effects: [...outcome.effects, ...asked] };
  }
  return outcome;
}
