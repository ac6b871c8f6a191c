import { expect, test } from '@jest/globals';
import { seedCalendar } from '#db/seed/calendar';
import { readArrangement } from './arrangement.ts';
import {
  differences,
  mergeYear,
  nextVersion,
  versionLabel,
  yearOfCalendar,
  yearProblems,
  yearWarnings,
} from './calendar-year.ts';
import { notices } from './notices.sample.ts';

const off = (name: string) => ({ kind: 'holiday' as const, name });
const worked = (name: string) => ({ kind: 'makeup' as const, name });
const draft = (days: Record<string, ReturnType<typeof off> | ReturnType<typeof worked>>, year = 2027) => ({
  year,
  days,
});

test('the year after the last published one follows it, a published one is replaced, others are refused', () => {
  const newYear = (year: number) => draft({ [`${year}-01-01`]: off('元旦') }, year);
  expect(yearProblems(newYear(2027), seedCalendar)).toEqual([]);
  expect(yearProblems(newYear(2025), seedCalendar)).toEqual([]);
  expect(yearProblems(newYear(2028), seedCalendar)).toEqual(['须先发布2027年，才能发布2028年。']);
  expect(yearProblems(newYear(2019), seedCalendar)).toEqual(['工作日历从2020年开始，不能加入2019年。']);
});

test('a make-up day is a Saturday or Sunday, a holiday lies in the year or in the days before it', () => {
  const wrong = draft({ '2027-01-01': off('元旦'), '2027-01-04': worked('元旦'), '2028-01-01': off('元旦') });
  expect(yearProblems(wrong, seedCalendar)).toEqual([
    '1月4日（周一）是周一，不会是调休上班日；调休上班日只在周六、周日。',
    '2028年1月1日不在2027年。',
  ]);
  expect(yearProblems(draft({ '2026-12-31': off('元旦'), '2027-01-01': off('元旦') }), seedCalendar)).toEqual(
    [],
  );
  expect(yearProblems(draft({}), seedCalendar)).toEqual(['没有一个放假日。']);
});

test('days that lie in the past and festivals that are missing are warned of', () => {
  const days = { ...yearOfCalendar(seedCalendar, 2026), '2026-03-03': off('春节') };
  delete (days as Record<string, unknown>)['2026-06-19'];
  expect(yearWarnings(draft(days, 2026), seedCalendar, '2026-11-22')).toEqual([
    expect.stringContaining('有2天已经过去（3月3日（周二）、6月19日（周五））'),
  ]);
  expect(yearWarnings(draft({ '2027-01-01': off('元旦') }), seedCalendar, '2026-11-22')).toEqual([
    '没有列出：春节、清明、劳动、端午、中秋、国庆。每年都有的节日，请核对是否遗漏。',
  ]);
});

test('a year is put in its place: all others stay, those of its own that are left out go', () => {
  const merged = mergeYear(seedCalendar, draft({ '2026-01-01': off('元旦') }, 2026), 'cn-2026-2');
  expect(yearOfCalendar(merged, 2026)).toEqual({ '2026-01-01': off('元旦') });
  expect(yearOfCalendar(merged, 2025)).toEqual(yearOfCalendar(seedCalendar, 2025));
  expect(merged).toMatchObject({ version: 'cn-2026-2', publishedThrough: '2026-12-31' });
  expect(mergeYear(seedCalendar, draft({}), 'cn-2027').publishedThrough).toBe('2027-12-31');
  expect(Object.keys(merged.days)).toEqual(Object.keys(merged.days).sort());
});

test('the notice of a year that stands changes nothing but names', () => {
  for (const year of [2024, 2025, 2026]) {
    const { days } = readArrangement(notices[year]!, year);
    const changed = differences({ year, days }, seedCalendar).filter(
      ({ from, to }) => from?.kind !== to?.kind,
    );
    expect(changed).toEqual([]);
  }
});

test('a version is named by the last published year and counted on', () => {
  const following = mergeYear(seedCalendar, draft({ '2027-01-01': off('元旦') }), '');
  expect(nextVersion(following, ['cn-2026'])).toBe('cn-2027');
  expect(nextVersion(following, ['cn-2026', 'cn-2027'])).toBe('cn-2027-2');
  expect(nextVersion(seedCalendar, ['cn-2026', 'cn-2026-2'])).toBe('cn-2026-3');
  expect(['cn-2027', 'cn-2027-2', 'test'].map(versionLabel)).toEqual(['2027年版', '2027年第2版', 'test']);
});
