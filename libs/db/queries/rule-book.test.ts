import { expect, test } from '@jest/globals';
import type { CaseState } from '#domain/case';
import { at } from '#domain/day';
import { countsSince } from './rule-book.ts';

const state = { openedAt: at('2026-03-02', '10:00'), todos: {} } as unknown as CaseState;

test('a runner that loads a case long after its opening can still count from a day in its past', () => {
  expect(countsSince('2026-11-23', state) <= '2026-03-02').toBe(true);
  expect(countsSince('2026-11-23') <= '2026-11-23').toBe(true);
});
