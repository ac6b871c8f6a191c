import { expect, test } from '@jest/globals';
import type { Actor, Post } from './actor.ts';
import { pairing } from './kinds/pairing/kind.ts';
import type { PairingState } from './kinds/pairing/state.ts';
import { campaign } from './kinds/campaign/kind.ts';
import { entitlingPosts } from './procedure.ts';
import { assistedId, pilotId } from './procedure.sample.ts';

const state = (stage: string) =>
  ({
    stage,
    pilotId,
    assistedId,
    confirmedBy: {},
    plan: { items: [] },
    inspections: {},
    todos: {},
  }) as unknown as PairingState;
const [pilotLiaison, pilotPrincipal, assistedLiaison, inspector]: Post[] = [
  { orgId: pilotId, orgKind: 'hospital', role: 'liaison' },
  { orgId: pilotId, orgKind: 'hospital', role: 'principal' },
  { orgId: assistedId, orgKind: 'hospital', role: 'liaison' },
  { orgId: 'bureau', orgKind: 'bureau', role: 'inspector' },
] as const;
const actor: Actor = {
  personId: 'p',
  posts: [pilotPrincipal, assistedLiaison, pilotLiaison, inspector].flatMap((post) => post ?? []),
};

test('an act rests on the posts that entitle to it for its organisation, and on no other', () => {
  const posts = (action: string, onBehalfOf?: string) =>
    entitlingPosts(pairing, state(action === 'confirm' ? 'confirming' : 'doing'), {
      ...{ action, actor, facts: {} },
      ...(onBehalfOf ? { onBehalfOf } : {}),
    });
  expect(posts('confirm', pilotId)).toEqual([pilotPrincipal, pilotLiaison]);
  expect(posts('confirm', assistedId)).toEqual([assistedLiaison]);
  expect(posts('confirm')).toEqual([pilotPrincipal, pilotLiaison]);
  expect(posts('return-item')).toEqual([]);
  expect(posts('inspect-midterm')).toEqual([inspector]);
  expect(posts('archive')).toEqual([]);
});

test('opening rests on the post that may open; what the system does rests on none', () => {
  expect(entitlingPosts(campaign, undefined, { action: 'open', actor, facts: {} })).toEqual([inspector]);
  expect(entitlingPosts(pairing, undefined, { action: 'open', actor: 'system', facts: {} })).toEqual([]);
});
