import { expect, test } from '@jest/globals';
import { monthWords, weeksOf } from './months.ts';

const off = (day: string) => ({ day, kind: 'holiday' as const, name: '元旦' });
const days = [
  off('2026-01-01'),
  off('2026-01-02'),
  off('2026-01-03'),
  { ...off('2026-01-04'), kind: 'makeup' as const },
];

test('a month begins under its weekday and has all its days', () => {
  const weeks = weeksOf(2026, 1, days);
  expect(weeks[0]?.map((cell) => cell?.date)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
  expect(weeks.flat().filter(Boolean)).toHaveLength(31);
  expect(weeksOf(2024, 2, []).flat().filter(Boolean)).toHaveLength(29);
});

test('runs of days off are named once', () => {
  expect(monthWords(1, days)).toEqual(['元旦 1日至3日休', '4日班（元旦）']);
  expect(monthWords(2, days)).toEqual([]);
});
