import { expect, test } from '@jest/globals';
import { seedCalendar as calendar } from '#db/seed/calendar';
import { shanghaiDay, shanghaiTime } from '../../day.ts';
import { silentSince } from './reports.ts';

const said = (today: string) =>
  Object.values(silentSince(today, calendar)).map(
    ({ reported: at }) => `${shanghaiDay(at)} ${shanghaiTime(at)}`,
  );

test('two reports have been missed by whoever was silent since the third last Friday, or the third last end of a month', () => {
  // Fridays 6, 13 and 20 November; 31 October is a Saturday and rolls to 2 November.
  expect(said('2026-11-23')).toEqual(['2026-11-06 17:00', '2026-08-31 17:00']);
  // On the Friday itself the report may still come.
  expect(said('2026-11-27')).toEqual(['2026-11-06 17:00', '2026-08-31 17:00']);
  expect(said('2026-11-28')).toEqual(['2026-11-13 17:00', '2026-08-31 17:00']);
});

test('who began after the second last one has missed one at most', () => {
  const { weekly, monthly } = silentSince('2026-11-23', calendar);
  expect([weekly.begun, monthly.begun].map(shanghaiDay)).toEqual(['2026-11-13', '2026-09-30']);
});

test('in a week of holidays its last working day is the day of the report, and a week without one owes none', () => {
  // 25 September is off: the 24th; 2 October is off: 30 September; the week to 9 October has the 9th itself.
  expect(said('2026-10-12')).toEqual(['2026-09-24 17:00', '2026-07-31 17:00']);
});
