import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  at,
  daysBetween,
  epochMs,
  instantOf,
  isDay,
  fullDay,
  longDay,
  monthEnd,
  plusMs,
  quarterEnd,
  shanghaiDay,
  shanghaiTime,
  shortDay,
  startOfDay,
  weekday,
  weekdayName,
} from './day.ts';

const days = fc.integer({ min: -40_000, max: 80_000 }).map((offset) => addDays('2000-01-01', offset));

test.each([
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '20260101',
  '',
  '2026-01-01T00:00',
  ' 2026-01-01',
])('“%s” is no day', (text) => expect(isDay(text)).toBe(false));
test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('“%s” is a day', (text) =>
  expect(isDay(text)).toBe(true),
);
test('1900 had no leap day', () => expect(isDay('1900-02-29')).toBe(false));

test('days and their difference belong together', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
      const later = addDays(day, n);
      expect(isDay(later)).toBe(true);
      expect(daysBetween(day, later)).toBe(n);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
    }),
  );
});

test('civil days are those of the Gregorian calendar', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(epochMs(`${day}T00:00:00.000Z`)).toBe(Date.parse(day));
      expect(instantOf(Date.parse(day) + 1)).toBe(`${day}T00:00:00.001Z`);
    }),
  );
});

test('months keep the day-number or end on the last day of the month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
});

test('month and quarter ends', () => {
  expect(monthEnd('2024-02-03')).toBe('2024-02-29');
  expect(['2026-01-01', '2026-05-31', '2026-09-30', '2026-11-22'].map(quarterEnd)).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
  ]);
});

test('the day in Shanghai begins at 16:00 UTC of the day before', () => {
  expect(startOfDay('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
  expect(shanghaiDay('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
  expect(shanghaiDay('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
  expect(at('2026-01-01', '09:00')).toBe('2026-01-01T01:00:00.000Z');
  expect(at('2026-01-01', '07:30')).toBe('2025-12-31T23:30:00.000Z');
  expect(shanghaiTime('2025-12-31T23:30:00.000Z')).toBe('07:30');
  expect(plusMs('2025-12-31T23:59:59.999Z', 1)).toBe('2026-01-01T00:00:00.000Z');
});

test('an impossible time of day or instant is refused', () => {
  expect(() => at('2026-01-01', '24:00')).toThrow('不是有效时间');
  expect(() => epochMs('2026-01-01')).toThrow('不是有效时刻');
  expect(() => epochMs('2026-02-30T00:00:00.000Z')).toThrow('没有这一天');
});

test('days are read in Chinese', () => {
  expect(shortDay('2026-11-27')).toBe('11月27日（周五）');
  expect(fullDay('2026-09-20')).toBe('2026年9月20日（周日）');
  expect(longDay('2026-01-01')).toBe('2026年1月1日');
  expect(weekdayName('2026-11-23')).toBe('周一');
});
