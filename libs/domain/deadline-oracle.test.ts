import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedCalendar } from '#db/seed/calendar';
import { daysOff, makeupDays } from '#db/seed/calendar-days';
import { addDays, addMonths, type Day } from './day.ts';
import { derive } from './deadline.ts';
import type { Suspension, Unit } from './derivation.ts';

/** Every day of 2020 to 2029 in order. 1 January 2020 was a Wednesday. */
const days: Day[] = Array.from({ length: 3653 }, (_, index) => addDays('2020-01-01', index));
const placeOf = new Map(days.map((day, index) => [day, index]));
const made = new Set(makeupDays.map(([day]) => day));
const works = (day: Day): boolean =>
  made.has(day) ||
  ((placeOf.get(day)! + 2) % 7 < 5 && !daysOff.some(([from, to]) => from <= day && day <= to));

type Stopped = readonly Required<Pick<Suspension, 'from' | 'to'>>[];
const isStopped = (stopped: Stopped, day: Day) => stopped.some(({ from, to }) => from <= day && day <= to);

/** Written from the sentence of the rule, by looking at all days at once; the engine walks them one by one. */
function oracle(unit: Unit, count: number, start: Day, stopped: Stopped): Day | undefined {
  const open = days.filter((day) => works(day) && !isStopped(stopped, day));
  if (unit === 'WD' && count > 0) return open.filter((day) => day > start)[count - 1];
  // So many whole working days lie between the notice and the start: the notice is one more before them.
  if (unit === 'WD') return open.filter((day) => day < start).at(count - 1);
  const plain = unit === 'MO' ? addMonths(start, count) : addDays(start, count);
  const reached = days
    .filter((day) => day >= plain)
    .find((due) => {
      const lost = days
        .slice(placeOf.get(start)! + 1, placeOf.get(due)! + 1)
        .filter((day) => isStopped(stopped, day));
      return due === addDays(plain, lost.length);
    });
  return days.find((day) => reached !== undefined && day >= reached && works(day));
}

const starts = fc.integer({ min: 0, max: 2300 }).map((n) => days[n]!);
/** Around the term, so that they overlap it, begin before it and run over its end. */
const stops = fc.array(fc.tuple(fc.integer({ min: -40, max: 60 }), fc.integer({ min: 0, max: 25 })), {
  maxLength: 4,
});

test('what the engine walks is what an oracle that looks at all days finds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('WD' as const, 'CD' as const, 'MO' as const),
      fc.integer({ min: 1, max: 70 }),
      starts,
      stops,
      fc.boolean(),
      (unit, size, start, offsets, backwards) => {
        const count = unit === 'MO' ? 1 + (size % 14) : backwards && unit === 'WD' ? -size : size;
        fc.pre(count > 0 || start > '2021-06-01');
        const stopped = offsets.map(([from, length]) => ({
          from: addDays(start, from),
          to: addDays(start, from + length),
        }));
        const rule = {
          code: 'r',
          label: '',
          ground: '',
          mark: 'law',
          from: '2020-01-01',
          roll: true,
        } as const;
        const { due } = derive({ ...rule, unit, count }, start, seedCalendar, { suspensions: stopped });
        expect(due).toBe(oracle(unit, count, start, stopped));
      },
    ),
    { numRuns: 400 },
  );
});
