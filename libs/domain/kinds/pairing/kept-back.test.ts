import { expect, test } from '@jest/globals';
import { keptBack } from './kept-back.ts';
import type { PairingState } from './state.ts';

test('what the leader wrote of an inspection is never shown to the hospitals', () => {
  const acts = ['confirm', 'inspect-midterm', 'check-ended', 'approve-midterm', 'approve-final'].map(
    (action, index) => ({ seq: index + 1, action }),
  );
  expect(keptBack({} as PairingState, acts)).toEqual([4, 5]);
});
