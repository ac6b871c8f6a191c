import { expect, test } from '@jest/globals';
import type { Actor } from './actor.ts';
import { isRefusal } from './permission.ts';
import { pairing } from './kinds/pairing/kind.ts';
import type { PairingState } from './kinds/pairing/state.ts';
import { allowed, entitled } from './procedure.ts';
import { assistedId, pilotId } from './procedure.sample.ts';

const liaison = (orgId: string) => ({ orgId, orgKind: 'hospital', role: 'liaison' }) as const;
const both: Actor = { personId: 'p', posts: [liaison(pilotId), liaison(assistedId)] };
const confirming = (confirmedBy: object) =>
  ({
    stage: 'confirming',
    pilotId,
    assistedId,
    confirmedBy,
    plan: { round: 1, items: [] },
    todos: {},
  }) as unknown as PairingState;
const confirm = pairing.actions.confirm!;
const offered = (state: PairingState) =>
  allowed(pairing, state, both, {}).find(({ action }) => action === 'confirm');
const actsFor = (state: PairingState, onBehalfOf?: string) => {
  const who = entitled(pairing, state, confirm, {
    actor: both,
    facts: {},
    ...(onBehalfOf && { onBehalfOf }),
  });
  return isRefusal(who) ? who.refused : who.orgId;
};

test('who holds posts on both sides of a pair chooses for which he acts', () => {
  expect(offered(confirming({}))?.onBehalfOf).toEqual([pilotId, assistedId]);
  expect(actsFor(confirming({}), assistedId)).toBe(assistedId);
  expect(actsFor(confirming({}))).toBe(pilotId);
});

test('what one side has done is still offered for the other', () => {
  const state = confirming({ pilot: 'p' });
  expect(offered(state)).toMatchObject({ permitted: true, onBehalfOf: [assistedId] });
  expect(actsFor(state)).toBe(assistedId);
  expect(actsFor(state, pilotId)).toBe('confirmed');
});

test('when both sides have done it, he is told why not; for a third organisation he has no office', () => {
  const state = confirming({ pilot: 'p', assisted: 'p' });
  expect(offered(state)).toMatchObject({
    permitted: false,
    reason: '本院已经确认结对关系。',
    onBehalfOf: [],
  });
  expect(actsFor(confirming({}), 'another')).toBe('office');
});
