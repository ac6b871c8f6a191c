import { expect, test } from '@jest/globals';
import type { Actor } from './actor.ts';
import {
  asksOf,
  draftStatuses,
  hindersChanging,
  hindersDeciding,
  hindersProposing,
  hindersWithdrawing,
  mayRead,
  type Draft,
  type DraftStatus,
} from './draft.ts';
import { draftSortCodes, draftSortOf } from './draft-sorts.ts';
import type { Role } from './role.ts';

const person = (personId: string, role: Role, actingFor?: string): Actor => ({
  personId,
  posts: [{ orgId: 'bureau', orgKind: 'bureau', role, ...(actingFor ? { actingFor } : {}) }],
});
const statuses = Object.keys(draftStatuses) as DraftStatus[];
const draft = (status: DraftStatus, sort: Draft['sort'] = 'calendar'): Draft => ({
  ...{ sort, status, personId: 'writer' },
});
const writer = person('writer', 'system-admin');
const second = person('second', 'security-admin');

test.each(draftSortCodes)('of %s nobody decides what he proposed, whatever posts he holds', (sort) => {
  for (const role of draftSortOf(sort).approvers) {
    expect(hindersDeciding(draft('handed-in', sort), person('writer', role))?.code).toBe('own-proposal');
    expect(hindersDeciding(draft('handed-in', sort), person('second', role))).toBeUndefined();
  }
});

test('the proposer’s deputy does not decide, even with a post of his own, nor does a deputy of anybody', () => {
  const both = { ...second, posts: [...second.posts, ...person('second', 'system-admin', 'writer').posts] };
  expect(hindersDeciding(draft('handed-in'), both)?.code).toBe('own-proposal');
  const deputy = person('third', 'security-admin', 'somebody');
  expect(hindersDeciding(draft('handed-in'), deputy)?.code).toBe('forbidden');
  expect(hindersProposing('rules', person('third', 'system-admin', 'somebody'))?.says).toBe(
    '规则变动由系统管理员本人报送，不由代理人报送。',
  );
});

test('only what is handed in is decided, only what is not handed in is changed', () => {
  const decidable = statuses.filter((status) => !hindersDeciding(draft(status), second));
  const changeable = statuses.filter((status) => !hindersChanging(draft(status), writer));
  const withdrawable = statuses.filter((status) => !hindersWithdrawing(draft(status), writer));
  expect(decidable).toEqual(['handed-in']);
  expect(changeable).toEqual(['draft', 'returned']);
  expect(withdrawable).toEqual(['draft', 'handed-in', 'returned']);
});

test('nobody but its writer changes it, withdraws it, or reads it before it is handed in', () => {
  const other = person('other', 'system-admin');
  for (const status of statuses) {
    expect(hindersChanging(draft(status), other)?.code).toBe('forbidden');
    expect(hindersWithdrawing(draft(status), other)?.code).toBe('forbidden');
    expect(mayRead(draft(status), writer)).toBe(true);
  }
  const readable = statuses.filter((status) => mayRead(draft(status), other));
  expect(readable).toEqual(['handed-in', 'returned', 'published']);
  expect(mayRead(draft('handed-in'), person('stranger', 'liaison'))).toBe(false);
});

test('what waits stands before him who may decide it, what was returned before him who wrote it', () => {
  const asked = (actor: Actor) => statuses.filter((status) => asksOf(draft(status), actor) !== null);
  expect(asked(second)).toEqual(['handed-in']);
  expect(asked(writer)).toEqual(['returned']);
});
