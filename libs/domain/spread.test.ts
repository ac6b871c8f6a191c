import { expect, test } from '@jest/globals';
import { at, epochMs } from './day.ts';
import { spread } from './spread.ts';

const opening = at('2026-11-23', '09:00');
const late = (place: number) => epochMs(spread(opening, place)) - epochMs(opening);

test('cases that wake at one moment come one after the other, all of ten thousand within ten minutes', () => {
  const moments = Array.from({ length: 10_000 }, (_, place) => late(place));
  expect(new Set(moments).size).toBe(moments.length);
  expect(Math.min(...moments)).toBe(0);
  expect(Math.max(...moments)).toBeLessThan(10 * 60_000);
});

test('a few cases come at once, and none ever later than ten minutes', () => {
  expect(late(30)).toBeLessThan(2000);
  for (const place of [19_999, 20_000, 1_234_567]) expect(late(place)).toBeLessThan(10 * 60_000);
});

test('a legal expiry takes effect at 00:00 sharp', () => {
  const midnight = at('2026-11-24', '00:00');
  expect(spread(midnight, 9_999)).toBe(midnight);
});
