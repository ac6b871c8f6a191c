import { expect, test } from '@jest/globals';
import { backOffMs } from './back-off.ts';
import type { Calendar } from './calendar.ts';
import { addDays, at, plusMs, shanghaiDay, shanghaiTime, type Day } from './day.ts';
import { isDigestDay, nextDigest } from './digest.ts';

const calendar: Calendar = {
  version: 't',
  firstDay: '2026-01-01',
  publishedThrough: '2026-12-31',
  days: {
    '2026-10-01': { kind: 'holiday', name: '国庆节' },
    '2026-10-10': { kind: 'makeup', name: '国庆节' },
  },
};

test('the digest is due at 08:30 of the next day that was not dealt with', () => {
  expect(nextDigest(at('2026-09-18', '07:00'), undefined)).toBe(at('2026-09-18', '08:30'));
  expect(nextDigest(at('2026-09-18', '08:30'), '2026-09-18')).toBe(at('2026-09-19', '08:30'));
  expect(nextDigest(at('2026-12-31', '20:00'), '2026-12-31')).toBe(at('2027-01-01', '08:30'));
});

test('a worker that was down in the morning sends it late, but not after the office has closed', () => {
  expect(nextDigest(at('2026-09-18', '11:20'), '2026-09-17')).toBe(at('2026-09-18', '11:20'));
  expect(nextDigest(at('2026-09-18', '17:30'), '2026-09-17')).toBe(at('2026-09-19', '08:30'));
});

test('days off have no digest, make-up Saturdays have one', () => {
  expect(isDigestDay(calendar, '2026-09-18')).toBe(true);
  expect(isDigestDay(calendar, '2026-09-19')).toBe(false);
  expect(isDigestDay(calendar, '2026-10-01')).toBe(false);
  expect(isDigestDay(calendar, '2026-10-10')).toBe(true);
});

test('over a year every day comes exactly once', () => {
  const seen: Day[] = [];
  let last: Day | undefined;
  for (let now = at('2026-01-01', '00:00'); seen.length < 365;) {
    const next = nextDigest(now, last);
    expect(shanghaiTime(next)).toBe('08:30');
    last = shanghaiDay(next);
    seen.push(last);
    now = plusMs(next, 1);
  }
  expect(seen).toEqual(seen.map((_, index) => addDays('2026-01-01', index)));
});

test('who is not reached is tried again after seconds, then minutes, then hours', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(backOffMs);
  expect([...waits].sort((one, other) => one - other)).toEqual(waits);
  expect(waits[0]).toBe(5_000);
  expect(waits.at(-1)).toBe(6 * 3_600_000);
});
