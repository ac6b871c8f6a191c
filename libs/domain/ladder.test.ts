import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seedCalendar as calendar } from '#db/seed/calendar';
import { isWorkingDay } from './calendar.ts';
import { addDays, at, plusMs, shanghaiDay, shanghaiTime } from './day.ts';
import { derive, type Deadline } from './deadline.ts';
import { dueRungs, nextRung } from './ladder.ts';
import { defaultLadder, officeHours } from './ladder-rows.ts';
import { periodFaults } from './rule.ts';

const row = { code: 'r', label: '例', from: '2020-01-01', ground: '例', mark: 'law', roll: true } as const;
const within = (count: number, start: string) => derive({ ...row, unit: 'WD', count }, start, calendar);

/** What the runner does: sleep until the next rung, fire what is due, keep the keys. */
function climb(deadline: Deadline, until: string, wake: (planned: string) => string = (planned) => planned) {
  const fired: string[] = [];
  const log: { rung: string; day: string; now: string; late: number }[] = [];
  for (let now = at(deadline.start, '12:00'); ;) {
    const next = nextRung(defaultLadder, deadline, fired, calendar, now);
    if (!next || next.at > at(until, '23:59')) return log;
    now = wake(next.at);
    for (const rung of dueRungs(defaultLadder, deadline, fired, now, calendar)) {
      fired.push(rung.rung);
      log.push({ rung: rung.rung, day: shanghaiDay(rung.at), now, late: rung.lateByWorkingDays });
    }
  }
}

test('the default ladder: −5, −2, 0, every 2 working days, +1 section head, +3 leader, +10 chief leader', () => {
  const log = climb(within(10, '2026-09-18'), '2026-10-22');
  expect(log.map(({ rung, day }) => `${rung} ${day}`)).toEqual([
    'before-5 2026-09-24',
    'before-2 2026-09-30',
    'due 2026-10-09',
    'after-1 2026-10-10',
    'overdue 2026-10-12',
    'after-3 2026-10-13',
    'overdue#2 2026-10-14',
    'overdue#3 2026-10-16',
    'overdue#4 2026-10-20',
    'overdue#5 2026-10-22',
    'after-10 2026-10-22',
  ]);
  expect(periodFaults(defaultLadder)).toEqual([]);
});

test('a rung that would lie before the term or on its first day is left out', () => {
  expect(climb(within(2, '2026-11-16'), '2026-11-18').map(({ rung }) => rung)).toEqual(['due']);
});

test('no rung fires on a day off, outside office hours or twice, and none is lost, whenever the worker was down', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }),
      (offset, count, outages) => {
        const deadline = within(count, addDays('2024-06-01', offset));
        let turn = 0;
        // Every other wake-up is on time, or an outage of nine hours a day would never end.
        const hours = () => (turn++ % 2 ? 0 : outages[((turn / 2) % outages.length) | 0]! * 3_600_000);
        const log = climb(deadline, addDays(deadline.due, 30), (planned) => plusMs(planned, hours()));
        const sober = climb(deadline, addDays(deadline.due, 15)).map(({ rung }) => rung);
        expect(log.map(({ rung }) => rung)).toEqual(expect.arrayContaining(sober));
        expect(new Set(log.map(({ rung }) => rung)).size).toBe(log.length);
        for (const { now, day, late } of log) {
          expect(isWorkingDay(calendar, shanghaiDay(now))).toBe(true);
          expect(shanghaiTime(now) >= '09:00' && shanghaiTime(now) < '17:30').toBe(true);
          expect(late > 0).toBe(shanghaiDay(now) > day);
        }
      },
    ),
    { numRuns: 60 },
  );
});
test('a rung missed on a Friday fires on Monday and says that it is one working day late', () => {
  const deadline = within(3, '2026-11-17');
  const sunday = at('2026-11-22', '10:00');
  expect(dueRungs(defaultLadder, deadline, [], sunday, calendar)).toEqual([]);
  const next = nextRung(defaultLadder, deadline, ['before-2'], calendar, sunday);
  expect(next).toEqual({ rung: 'due', at: at('2026-11-23', '09:00') });
  const [due] = dueRungs(defaultLadder, deadline, ['before-2'], next!.at, calendar);
  expect(due).toMatchObject({ rung: 'due', at: at('2026-11-20', '09:00'), lateByWorkingDays: 1 });
});

test('a suspended or finished deadline climbs no ladder', () => {
  const deadline = within(5, '2026-11-16');
  const noon = at('2026-12-01', '12:00');
  const open = { ...deadline, suspensions: [{ from: '2026-11-18' }] };
  expect(nextRung(defaultLadder, open, [], calendar, noon)).toBeUndefined();
  expect(dueRungs(defaultLadder, { ...deadline, doneOn: '2026-11-20' }, [], noon, calendar)).toEqual([]);
  const suspensions = [{ from: '2026-11-18', to: '2026-12-02' }];
  const resumed = derive({ ...row, unit: 'WD', count: 5 }, '2026-11-16', calendar, { suspensions });
  expect(nextRung(defaultLadder, resumed, [], calendar, at('2026-11-18', '12:00'))?.at).toBe(
    at('2026-12-04', '09:00'),
  );
});

test('a rung goes by the row that holds on its own day, so that one appended today reaches what already runs', () => {
  const deadline = within(5, '2026-10-12');
  const row = { ...defaultLadder[3]!, code: 'own-1', from: '2026-10-27', offsetWorkingDays: 6 };
  expect(nextRung([row], deadline, [], calendar)?.at).toBe(at('2026-10-27', '09:00'));
});

test('a new rung whose day was over before it took effect is not made up for', () => {
  const deadline = within(5, '2026-10-12');
  const row = { ...defaultLadder[3]!, code: 'own-1', from: '2026-10-28', offsetWorkingDays: 6 };
  expect(nextRung([row], deadline, [], calendar)).toBeUndefined();
});

test('a rung put to an earlier day before it came is not lost: it comes on the day on which that takes effect', () => {
  const deadline = within(5, '2026-10-12');
  const [late] = defaultLadder.filter(({ code }) => code === 'after-10');
  const moved = [
    { ...late!, to: '2026-10-24' },
    { ...late!, from: '2026-10-24', offsetWorkingDays: 3 },
  ];
  expect(nextRung(moved, deadline, [], calendar)?.at).toBe(at('2026-10-26', '09:00'));
  const fell = [
    { ...late!, to: '2026-11-05' },
    { ...late!, from: '2026-11-05', offsetWorkingDays: 3 },
  ];
  expect(nextRung(fell, deadline, [], calendar)?.at).toBe(at('2026-11-02', '09:00'));
});

test('a rung that comes again goes on at its next turn under the new row, not with all turns at once', () => {
  const deadline = within(5, '2026-10-12');
  const [again] = defaultLadder.filter(({ code }) => code === 'overdue');
  const often = [
    { ...again!, to: '2026-11-02' },
    { ...again!, from: '2026-11-02', offsetWorkingDays: 1, everyWorkingDays: 1 },
  ];
  const fired = ['overdue', 'overdue#2', 'overdue#3', 'overdue#4', 'overdue#5'];
  const days = dueRungs(often, deadline, fired, at('2026-11-03', '12:00'), calendar);
  expect(days.map(({ at: moment }) => shanghaiDay(moment))).toEqual(['2026-11-02', '2026-11-03']);
});

test('an ended rung stops on its last day, and office hours of another day open a rung at their own hour', () => {
  const deadline = within(5, '2026-10-12');
  const [first] = defaultLadder.filter(({ code }) => code === 'after-1');
  expect(nextRung([{ ...first!, to: '2026-10-20' }], deadline, [], calendar)).toBeUndefined();
  const hours = [
    { ...officeHours[0]!, to: '2026-10-20' },
    { ...officeHours[0]!, from: '2026-10-20', opens: '08:30', closes: '12:00' },
  ];
  expect(nextRung([first!], deadline, [], calendar, undefined, hours)?.at).toBe(at('2026-10-20', '08:30'));
  expect(dueRungs([first!], deadline, [], at('2026-10-20', '14:00'), calendar, hours)).toEqual([]);
});
