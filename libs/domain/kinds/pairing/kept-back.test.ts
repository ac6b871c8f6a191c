import { expect, test } from '@jest/globals';
import { keptBack } from './kept-back.ts';
import type { Inspection, PairingState } from './state.ts';

const inspection: Inspection = { round: 1, on: '2026-11-20', scores: {}, inspectorId: 'p' };
const state = (midterm?: Inspection) => ({ inspections: { midterm } }) as PairingState;
const acts = ['confirm', 'inspect-midterm', 'approve-midterm', 'inspect-midterm', 'approve-midterm'].map(
  (action, index) => ({ seq: index + 1, action }),
);

test('an inspection is the bureau’s own until its bulletin is approved', () => {
  expect(keptBack(state(inspection), acts.slice(0, 2))).toEqual([2]);
  expect(keptBack(state(), acts.slice(0, 3))).toEqual([2, 3]);
});

test('of an approved inspection the last version is shown; returned ones and the leader’s words never', () => {
  expect(keptBack(state({ ...inspection, approvedBy: 'q' }), acts)).toEqual([2, 3, 5]);
});
