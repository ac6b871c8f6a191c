import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { seedCalendar as calendar } from '#db/seed/calendar';
import { calendarSince, dayKind, isWorkingDay } from './calendar.ts';
import { addDays, daysBetween } from './day.ts';
import {
  derive,
  expiryInstant,
  expiryOf,
  lateness,
  rederive,
  workingDaysLate,
  workingDaysLeft,
} from './deadline.ts';
import type { DeadlineRule } from './deadline.ts';
import { explain } from './explain.ts';

const rule = (over: Partial<DeadlineRule>): DeadlineRule => ({
  code: 'r',
  label: '例',
  from: '2020-01-01',
  ground: '例',
  mark: 'law',
  unit: 'WD',
  count: 5,
  roll: true,
  ...over,
});
const starts = fc.integer({ min: 0, max: 2200 }).map((n) => addDays('2020-01-01', n));
const suspensions = fc.array(
  fc.tuple(starts, fc.integer({ min: 0, max: 40 })).map(([from, n]) => ({ from, to: addDays(from, n) })),
  { maxLength: 4 },
);
const forward = fc.record({
  unit: fc.constantFrom('WD' as const, 'CD' as const, 'MO' as const),
  count: fc.integer({ min: 1, max: 60 }),
});

test('a due day that rolls is a working day, and never before the unrolled one', () => {
  fc.assert(
    fc.property(starts, forward, suspensions, (start, length, suspensions) => {
      const due = derive(rule(length), start, calendar, { suspensions }).due;
      expect(isWorkingDay(calendar, due)).toBe(true);
      expect(due >= derive(rule({ ...length, roll: false }), start, calendar, { suspensions }).due).toBe(
        true,
      );
    }),
  );
});

test('a longer term, a later start, a further suspension never fall due earlier', () => {
  fc.assert(
    fc.property(starts, forward, suspensions, (start, length, suspensions) => {
      const due = derive(rule(length), start, calendar, { suspensions }).due;
      const longer = rule({ ...length, count: length.count + 1 });
      expect(derive(longer, start, calendar, { suspensions }).due >= due).toBe(true);
      expect(derive(rule(length), addDays(start, 1), calendar, { suspensions }).due >= due).toBe(true);
      expect(derive(rule(length), start, calendar, { suspensions: suspensions.slice(1) }).due <= due).toBe(
        true,
      );
    }),
  );
});

test('the counted days of the derivation add up to the count, before and after the start', () => {
  fc.assert(
    fc.property(
      starts,
      forward,
      suspensions,
      fc.boolean(),
      (start, { unit, count }, suspensions, backwards) => {
        fc.pre(unit !== 'MO' && (!backwards || start > '2021-06-01'));
        const length = { unit, count: backwards ? -count : count };
        const { steps } = derive(rule(length), start, calendar, { suspensions });
        const days = steps
          .filter(({ kind }) => kind === 'counted' || kind === 'makeup')
          .map(({ from, to = from }) => daysBetween(from, to) + 1);
        expect(days.reduce((sum, n) => sum + n, 0)).toBe(count);
      },
    ),
  );
});

test('a derivation survives JSON and gives the same again', () => {
  fc.assert(
    fc.property(starts, forward, suspensions, (start, length, suspensions) => {
      const deadline = derive(rule(length), start, calendar, { suspensions });
      expect(JSON.parse(JSON.stringify(deadline))).toEqual(deadline);
      expect(rederive(deadline, calendar)).toEqual(deadline);
      expect(derive(rule(length), start, calendarSince(calendar, start), { suspensions }).due).toBe(
        deadline.due,
      );
    }),
  );
});

test('the time zone of the process changes nothing', () => {
  const script = `
    import { derive } from './libs/domain/deadline.ts';
    import { seedCalendar } from './libs/db/seed/calendar.ts';
    const rule = { code: 'r', label: '', from: '2020-01-01', ground: '', mark: 'law', unit: 'WD', count: 5, roll: true };
    console.log(JSON.stringify(derive(rule, '2026-09-18', seedCalendar)));`;
  const [one, other] = ['America/Los_Angeles', 'Pacific/Kiritimati'].map(
    (TZ) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        env: { TZ },
        encoding: 'utf8',
      }).stdout,
  );
  expect(JSON.parse(one!).due).toBe('2026-09-24');
  expect(one).toBe(other);
});

test('a typical derivation is a few hundred bytes', () => {
  expect(JSON.stringify(derive(rule({ count: 10 }), '2026-09-18', calendar)).length).toBeLessThan(800);
});

test('a day before the calendar is refused, one after it is provisional', () => {
  expect(() => derive(rule({}), '2019-12-31', calendar)).toThrow('早于工作日历的第一天');
  expect(() => derive(rule({ count: -5 }), '2020-01-03', calendar)).toThrow('早于工作日历的第一天');
  expect(derive(rule({}), '2026-12-24', calendar)).toMatchObject({ due: '2026-12-31', provisional: false });
  expect(derive(rule({}), '2026-12-25', calendar)).toMatchObject({ due: '2027-01-01', provisional: true });
  expect(derive(rule({ count: -5 }), '2027-01-04', calendar).provisional).toBe(true);
  expect(dayKind(calendar, '2027-01-02')).toEqual({ kind: 'weekend', provisional: true });
});

test('a newly published year moves the due day; the original one stays', () => {
  const before = derive(rule({}), '2026-12-25', calendar);
  const days = { ...calendar.days, '2027-01-01': { kind: 'holiday' as const, name: '元旦' } };
  const published = { ...calendar, version: 'cn-2027', publishedThrough: '2027-12-31', days };
  expect(rederive(before, published)).toMatchObject({
    due: '2027-01-04',
    originalDue: '2027-01-01',
    provisional: false,
    calendarVersion: 'cn-2027',
  });
});

test('suspension and extension keep the original due day', () => {
  const first = derive(rule({}), '2026-11-16', calendar);
  const suspended = rederive(first, calendar, { suspensions: [{ from: '2026-11-18', to: '2026-11-20' }] });
  const extended = rederive(suspended, calendar, { extensions: [{ count: 5, unit: 'WD' }] });
  expect([first, suspended, extended].map(({ due }) => due)).toEqual([
    '2026-11-23',
    '2026-11-26',
    '2026-12-03',
  ]);
  expect(extended.originalDue).toBe('2026-11-23');
});

test.each([
  ['2026-09-14', '2026-09-18', 'a plain Friday'],
  ['2026-09-18', '2026-09-24', 'the week whose Friday is a holiday: its last working day'],
  ['2026-09-24', '2026-09-30', 'the week that ends with National Day'],
  ['2026-09-30', '2026-10-09', 'the Friday after the holiday, though Saturday is worked'],
  ['2026-02-13', '2026-02-27', 'a week wholly off has no report'],
])('the weekly report after %s is due on %s: %s', (start, due) => {
  const weekly = derive(rule({ unit: 'CD', count: 0, fixedWeekday: 5, time: '17:00' }), start, calendar);
  expect(weekly.due).toBe(due);
  expect(expiryOf(weekly)).toBe(`${due}T09:00:00.000Z`);
});

test('clock hours begin with the next full hour and run through days off', () => {
  const hours = rule({ unit: 'H', count: 24, roll: false });
  expect(derive(hours, '2026-09-30T02:20:00.000Z', calendar)).toMatchObject({
    due: '2026-10-01',
    dueAt: '2026-10-01T03:00:00.000Z',
  });
  expect(derive(hours, '2026-09-30', calendar)).toMatchObject({
    due: '2026-10-01',
    dueAt: '2026-10-01T16:00:00.000Z',
  });
});

test('a legal expiry takes effect at 00:00 in Shanghai of the day after', () => {
  expect(expiryInstant('2026-09-24')).toBe('2026-09-24T16:00:00.000Z');
  expect(expiryOf(derive(rule({}), '2026-09-18', calendar))).toBe('2026-09-24T16:00:00.000Z');
});

test('lateness counts working days only', () => {
  const deadline = derive(rule({ count: 8 }), '2026-11-09', calendar);
  const on = (day: string) => lateness(deadline, day, calendar);
  expect(['2026-11-11', '2026-11-12', '2026-11-19', '2026-11-20'].map(on)).toEqual([
    'normal',
    'soon',
    'soon',
    'overdue',
  ]);
  expect(lateness({ ...deadline, suspensions: [{ from: '2026-11-12' }] }, '2026-12-01', calendar)).toBe(
    'suspended',
  );
  expect(lateness({ ...deadline, doneOn: '2026-11-30' }, '2026-12-01', calendar)).toBe('done');
  expect(workingDaysLeft(calendar, '2026-09-30', '2026-10-10')).toBe(3);
  expect(workingDaysLate(calendar, '2026-10-08', '2026-09-30')).toBe(1);
});

test.each<[Partial<DeadlineRule>, { suspensions?: { from: string; to: string; ground?: string }[] }]>([
  [{ count: 1.5 }, {}],
  [{ unit: 'MO', count: -6 }, {}],
  [{}, { suspensions: [{ from: '2026-10-20', to: '2026-10-09' }] }],
  [{}, { suspensions: [{ from: '2026-02-30', to: '2026-03-01' }] }],
])('a length or suspension that makes no sense is refused: %j %j', (over, changes) => {
  expect(() => derive(rule(over), '2026-09-18', calendar, changes)).toThrow(RangeError);
});
test('a start that is no day is refused', () => {
  expect(() => derive(rule({ count: 0, roll: false }), '2026-02-30', calendar)).toThrow('不是有效日期');
});

test('a clerk can read the derivation out', () => {
  expect(explain(derive(rule({}), '2026-09-18', calendar))).toBe(
    '自2026年9月18日（周五）次日起算，5个工作日；9月19日（周六）为周末，不计；9月20日（周日）为调休上班日，计入；至9月24日（周四）届满。',
  );
  expect(explain(derive(rule({ unit: 'CD', count: 15 }), '2026-09-18', calendar))).toBe(
    '自2026年9月18日（周五）次日起算，15日；10月3日（周六）为国庆节，顺延至10月8日（周四）；至10月8日（周四）届满。',
  );
  expect(explain(derive(rule({ count: -1 }), '2026-10-12', calendar))).toBe(
    '2026年10月12日（周一）之前须满1个工作日，通知当日和该日均不计入；10月10日（周六）为调休上班日，计入；10月11日（周日）为周末，不计；最迟须在10月9日（周五）通知。',
  );
  const suspensions = [{ from: '2026-11-18', to: '2026-11-20', ground: '检验' }];
  expect(explain(derive(rule({ count: 3 }), '2026-11-16', calendar, { suspensions }))).toBe(
    '自2026年11月16日（周一）次日起算，3个工作日；11月18日（周三）至11月20日（周五）中止（检验），3日不计；11月21日（周六）至11月22日（周日）为周末，不计；至11月24日（周二）届满。原期限为2026年11月19日。',
  );
});
