import type { CaseState, Effect } from '../case.ts';
import type { Kind, Outcome } from '../kind.ts';
import type { MessageCode } from '../message-codes.ts';
import type { Office } from '../permission.ts';
import { pieceKey, withRecipient, type Piece, type Recipient, type Served } from './state.ts';

const inspectors: Office = { bureau: true, role: 'inspector' };

/** About one piece of service. Ids, codes and days: the names are looked up where it is read. */
export const told = (
  to: Office | undefined,
  code: MessageCode,
  piece: Piece & { code: string },
  params: Record<string, string | number> = {},
): Effect => {
  const { service, recipient } = piece;
  return {
    ...{ type: 'message', to: to ?? inspectors, code },
    params: { notice: piece.code, service, recipient, ...params },
  };
};

/** The office in which a recipient with an account answers. */
export const officeOf = (
  kind: Kind<CaseState>,
  state: CaseState,
  recipient: string,
  { role = 'liaison' }: Recipient,
): Office | undefined => (kind.parties(state).includes(recipient) ? { orgId: recipient, role } : undefined);

/** Service on one recipient is proven, or attaches by law: its receipt is issued, and the kind starts what depends on it. */
export function prove(
  kind: Kind<CaseState>,
  { state, effects }: Outcome<CaseState>,
  served: Served,
): Outcome<CaseState> {
  const { service, recipient, code, way, on } = served;
  const one = state.services?.[service]?.to[recipient];
  if (!one || one.proven) return { state, effects };
  const office = officeOf(kind, state, recipient, one);
  const params = { piece: pieceKey(served), way, on };
  const receipt: Effect = { type: 'issueNotice', code: 'service-receipt', to: [], params };
  const messages = [undefined, ...(office ? [office] : [])].map((to) =>
    told(to, 'paper-served', { service, recipient, code }, { way, on }),
  );
  const next = withRecipient(state, served, { ...one, proven: { way, on } });
  const own = kind.onServed?.(next, served) ?? { state: next, effects: [] };
  return { state: own.state, effects: [...effects, receipt, ...messages, ...own.effects] };
}
