import { expect, test } from '@jest/globals';
import { routeOfExtension, shippedExtensions } from './rules.ts';

const [row] = shippedExtensions;

test('the first extension goes one level above whoever owes it, a later one to the leader at least', () => {
  expect(routeOfExtension('liaison', 1, row!)).toBe('by-section-head');
  expect(routeOfExtension('liaison', 2, row!)).toBe('by-leader');
  expect(routeOfExtension('leader', 2, row!)).toBe('by-chief-leader');
});

test('a row may ask for somebody higher, never for somebody below the level above', () => {
  expect(routeOfExtension('liaison', 1, { firstBy: 'chief-leader' })).toBe('by-chief-leader');
  expect(routeOfExtension('leader', 1, { firstBy: 'leader' })).toBe('by-chief-leader');
});
