import { expect, test } from '@jest/globals';
import type { Actor, Post } from './actor.ts';
import { refuse } from './permission.ts';
import { mayHandOver, mayMoveWorkOf, share, type Receiver } from './workload.ts';

const todo = (n: number, kind = 'pairing', role = 'inspector') => ({ n, kind, role });
const many = Array.from({ length: 7 }, (_, n) => todo(n));
const to = (personId: string, ...of: string[]): Receiver => ({ personId, of });
const none = () => undefined;
const got = (shared: ReturnType<typeof share<(typeof many)[number]>>) =>
  shared.map(({ personId, refusal }) => refusal?.refused ?? personId);

test('shared evenly nobody gets two more than another, in the order of due days', () => {
  expect(got(share(many, 'evenly', [to('a'), to('b'), to('c')], none))).toEqual([...'abcabca']);
});

test('what one may not take goes to another; what nobody may take stays, with the reason', () => {
  const barred = ({ n }: { n: number }, person: string) =>
    n === 6 || (n < 3 && person === 'a') ? refuse('conflict', '回避') : undefined;
  const shared = share(many, 'evenly', [to('a'), to('b')], barred);
  expect(got(shared)).toEqual(['b', 'b', 'b', 'a', 'a', 'a', 'conflict']);
});

test('by kind or by role each gets what is meant for him, and what is meant for nobody stays', () => {
  const mixed = [todo(0, 'pairing', 'leader'), todo(1, 'campaign', 'inspector')];
  expect(got(share(mixed, 'by-kind', [to('a', 'campaign')], none))).toEqual(['nobody', 'a']);
  const byRole = [to('a', 'inspector'), to('b', 'leader')];
  expect(got(share(mixed, 'by-role', byRole, none))).toEqual(['b', 'a']);
});

const actor = (...posts: Pick<Post, 'orgId' | 'role' | 'actingFor'>[]): Actor => ({
  personId: 'me',
  posts: posts.map((post) => ({ orgKind: 'section', ...post })),
});
const held = (role: Post['role'], orgId = 'bureau') => ({ orgId, role });

test('the work of others is moved by whoever stands no lower, within his own house, by a post of his own', () => {
  const inspector = [held('inspector')];
  expect(mayMoveWorkOf(actor(held('section-head')), inspector)).toBe(true);
  expect(mayMoveWorkOf(actor(held('section-head')), [held('leader')])).toBe(false);
  expect(mayMoveWorkOf(actor(held('inspector')), inspector)).toBe(false);
  expect(mayMoveWorkOf(actor({ ...held('leader'), actingFor: 'other' }), inspector)).toBe(false);
  expect(mayMoveWorkOf(actor(held('security-admin')), inspector)).toBe(false);
  expect(mayMoveWorkOf(actor(held('principal', 'h1')), [held('liaison', 'h1')])).toBe(true);
  expect(mayMoveWorkOf(actor(held('principal', 'h1')), [held('liaison', 'h2')])).toBe(false);
  expect(mayMoveWorkOf(actor(held('leader')), [])).toBe(false);
  expect(mayHandOver(actor(held('inspector')), 'me', inspector)).toBe(true);
  expect(mayHandOver(actor(), 'me', inspector)).toBe(false);
});
