import { expect, test } from '@jest/globals';
import type { Actor } from './actor.ts';
import type { Who } from './kind.ts';
import type { Role } from './role.ts';
import {
  addSigner,
  openSigning,
  pendingSigners,
  placeOf,
  returnTo,
  sign,
  type RouteStage,
  type Signing,
} from './signing.ts';

const route = (...stages: RouteStage[]) =>
  openSigning(
    'decide',
    { code: 'r', label: '', from: '2020-01-01', ground: '', mark: 'default', stages },
    { askedBy: ['asker'] },
  );
const person = (personId: string, role: Role): Actor => ({
  personId,
  posts: [{ orgId: 'bureau', orgKind: 'bureau', role }],
});
const whoIs = ({ personId }: Actor): Who => ({ personId, orgId: 'bureau' });

function votes(signing: Signing, ...list: [Actor, 'approve' | 'refuse'][]) {
  let current = signing;
  let verdict = 'pending';
  for (const [actor, vote] of list) {
    const place = placeOf(current, actor, whoIs(actor));
    if (!place) return `no place for ${actor.personId}`;
    ({ signing: current, verdict } = sign(current, place, vote, whoIs(actor), '2026-11-23'));
  }
  return verdict;
}
const [head, leader, chief] = [
  person('head', 'section-head'),
  person('leader', 'leader'),
  person('chief', 'chief-leader'),
];
const leaders = [person('l1', 'leader'), person('l2', 'leader'), person('l3', 'leader')] as const;
const one = (...roles: Role[]): RouteStage => ({ signers: [roles] });
const three = (need: number): RouteStage => ({ need, signers: [['leader'], ['leader'], ['leader']] });

test('stages are signed one after the other, and the last one decides', () => {
  const signing = route(one('section-head'), one('leader'));
  expect(votes(signing, [leader, 'approve'])).toBe('no place for leader');
  expect(votes(signing, [head, 'approve'])).toBe('pending');
  expect(votes(signing, [head, 'approve'], [leader, 'approve'])).toBe('approved');
  expect(votes(signing, [head, 'refuse'])).toBe('refused');
});

test.each([
  ['all of three', 3, ['approve', 'approve', 'approve'], 'approved'],
  ['all of three, one against', 3, ['approve', 'refuse'], 'refused'],
  ['any of three', 1, ['approve'], 'approved'],
  ['any of three, two against', 1, ['refuse', 'refuse'], 'pending'],
  ['any of three, all against', 1, ['refuse', 'refuse', 'refuse'], 'refused'],
  ['two of three', 2, ['approve', 'refuse', 'approve'], 'approved'],
  ['two of three, two against', 2, ['refuse', 'approve', 'refuse'], 'refused'],
] as const)('%s', (_rule, need, given, verdict) => {
  const list = given.map((vote, at): [Actor, 'approve' | 'refuse'] => [leaders[at] ?? leader, vote]);
  expect(votes(route(three(need)), ...list)).toBe(verdict);
});

test('a superior named in the row signs in place of the addressee', () => {
  expect(votes(route(one('leader', 'chief-leader')), [chief, 'approve'])).toBe('approved');
});

test('a signer who is added before comes first, one who is added after comes next', () => {
  const added = { offices: [{ orgId: 'bureau', role: 'legal-reviewer' as const }], personId: 'lawyer' };
  const lawyer = person('lawyer', 'legal-reviewer');
  const signing = route(one('section-head'), one('leader'));
  expect(votes(addSigner(signing, added, 'before'), [head, 'approve'])).toBe('no place for head');
  expect(
    votes(addSigner(signing, added, 'before'), [lawyer, 'approve'], [head, 'approve'], [leader, 'approve']),
  ).toBe('approved');
  expect(votes(addSigner(signing, added, 'after'), [head, 'approve'], [leader, 'approve'])).toBe(
    'no place for leader',
  );
  const other = person('somebody', 'legal-reviewer');
  expect(votes(addSigner(signing, added, 'before'), [other, 'approve'])).toBe('no place for somebody');
});

test('returned to an earlier stage it is signed anew from there, under new numbers', () => {
  const signing = route(one('section-head'), one('leader'));
  const place = placeOf(signing, head, whoIs(head))!;
  const first = sign(signing, place, 'approve', whoIs(head), '2026-11-23').signing;
  const returned = returnTo(first, 0);
  expect(pendingSigners(returned).map(({ id, offices }) => [id, offices[0]?.role])).toEqual([
    [2, 'section-head'],
  ]);
  expect(votes(returned, [head, 'approve'], [leader, 'approve'])).toBe('approved');
});
