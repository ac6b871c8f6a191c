import { expect, test } from '@jest/globals';
import { addDays, type Day } from '#domain/day';
import { seedCalendar } from './calendar.ts';

/** The arrangements of 2024 to 2026, typed from the notices (process-law.md §8). */
const law: Record<string, { off: string; makeup: string }> = {
  2024: {
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    makeup: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    makeup: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    makeup: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};

function daysOf(year: string, text: string): Day[] {
  return text.split(' ').flatMap((range) => {
    const [from = '', to = from] = range.split('..');
    const days: Day[] = [];
    for (let day = `${year}-${from}`; day <= `${year}-${to}`; day = addDays(day, 1)) days.push(day);
    return days;
  });
}

const seeded = (year: string, kind: 'holiday' | 'makeup') =>
  Object.entries(seedCalendar.days)
    .filter(([day, entry]) => day.startsWith(year) && entry.kind === kind)
    .map(([day]) => day)
    .sort();

test.each(Object.keys(law))('the seeded year %s is that of the notice, with no difference', (year) => {
  expect(seeded(year, 'holiday')).toEqual(daysOf(year, law[year]!.off));
  expect(seeded(year, 'makeup')).toEqual(daysOf(year, law[year]!.makeup));
});

test('the calendar is small enough to travel in a Temporal payload', () => {
  expect(JSON.stringify(seedCalendar).length).toBeLessThan(16_000);
});
