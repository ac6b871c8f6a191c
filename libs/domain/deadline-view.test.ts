import { expect, test } from '@jest/globals';
import type { Calendar } from './calendar.ts';
import { derive, lateness, workingDaysLate, workingDaysLeft } from './deadline.ts';
import type { DeadlineRule } from './deadline.ts';
import { derivationDays, soonUntil, standing } from './deadline-view.ts';

const calendar: Calendar = {
  version: 'test',
  firstDay: '2026-01-01',
  publishedThrough: '2026-12-31',
  days: {
    '2026-10-01': { kind: 'holiday', name: '国庆节' },
    '2026-10-02': { kind: 'holiday', name: '国庆节' },
    '2026-10-10': { kind: 'makeup', name: '国庆节' },
  },
};
const rule = (more: Partial<DeadlineRule>): DeadlineRule => ({
  ...{ code: 'x', label: '答复', from: '2026-01-01', ground: '产品默认值', mark: 'default' },
  ...{ unit: 'WD', count: 3, roll: true, ...more },
});
const shown = (start: string, more: Partial<DeadlineRule> = {}) =>
  derivationDays(derive(rule(more), start, calendar), calendar).map(
    ({ day, kind }) => `${day.slice(8)} ${kind}`,
  );

test('working days are shown one by one, days off between them with their reason', () => {
  expect(shown('2026-09-29')).toEqual([
    ...[
      '29 start',
      '30 counted',
      '01 holiday',
      '02 holiday',
      '03 weekend',
      '04 weekend',
      '05 counted',
      '06 due',
    ],
  ]);
});

test('a make-up Saturday is counted', () => {
  expect(shown('2026-10-09', { count: 2 })).toEqual(['09 start', '10 makeup', '11 weekend', '12 due']);
});

test('a due day that rolls shows the days off that it left', () => {
  expect(shown('2026-11-20', { unit: 'CD', count: 1 })).toEqual([
    '20 start',
    '21 weekend',
    '22 weekend',
    '23 due',
  ]);
});

test('months are shown by their two ends', () => {
  expect(shown('2026-01-16', { unit: 'MO', count: 2 })).toEqual(['16 start', '16 due']);
});

test('a term of days before an event is shown up to the day of the notice', () => {
  const days = shown('2026-11-27', { count: -2 });
  expect([days[0], days.at(-1)]).toEqual(['24 due', '27 start']);
});

test('what is soon ends with the days off after the fifth working day', () => {
  expect(soonUntil('2026-11-23', calendar)).toBe('2026-11-30');
  expect(soonUntil('2026-11-20', calendar)).toBe('2026-11-29');
});

test('soon by the day and soon by the deadline are the same', () => {
  const until = soonUntil('2026-11-20', calendar);
  expect(standing(until, '2026-11-20', calendar).lateness).toBe('soon');
  expect(standing('2026-11-30', '2026-11-20', calendar).lateness).toBe('normal');
});

test('what is done, or has no due day, is not late', () => {
  expect(standing('2026-01-05', '2026-11-23', calendar, { done: true }).lateness).toBe('done');
  expect(standing(null, '2026-11-23', calendar).lateness).toBe('normal');
  expect(standing('2026-11-20', '2026-11-23', calendar)).toEqual({
    ...{ lateness: 'overdue', workingDaysLeft: 0, workingDaysLate: 1 },
  });
});

test('a deadline stands as the deadline itself says, whichever day is asked first', () => {
  const deadline = derive(rule({ count: 8 }), '2026-09-29', calendar);
  for (const today of [
    '2026-10-20',
    '2026-09-20',
    '2026-10-10',
    '2026-10-11',
    '2026-10-13',
    '2026-09-30',
    '2026-10-01',
  ]) {
    expect(standing(deadline.due, today, calendar, { deadline })).toEqual({
      lateness: lateness(deadline, today, calendar),
      workingDaysLeft: workingDaysLeft(calendar, today, deadline.due),
      workingDaysLate: workingDaysLate(calendar, today, deadline.due),
    });
    for (const due of ['2026-12-31', '2026-02-01', '2026-10-12'])
      expect(standing(due, today, calendar)).toMatchObject({
        workingDaysLeft: workingDaysLeft(calendar, today, due),
        workingDaysLate: workingDaysLate(calendar, today, due),
      });
  }
});

test('while it is suspended a deadline is neither late nor near', () => {
  const deadline = derive(rule({}), '2026-09-29', calendar, { suspensions: [{ from: '2026-10-05' }] });
  expect(standing(deadline.due, '2026-11-20', calendar, { deadline })).toMatchObject({
    ...{ lateness: 'suspended', workingDaysLate: 0 },
  });
});
