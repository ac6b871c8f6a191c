import type { Calendar, CalendarDay } from '../calendar.ts';
import { longDay, shortDay, weekday, weekdayName, yearOf, type Day } from '../day.ts';

/** The days of one year that differ from the plain week, as somebody proposes them. */
export interface CalendarYear {
  year: number;
  days: Record<Day, CalendarDay>;
}

/** Since 2025 (国务院令第795号); a year in which one is missing is looked at twice. */
const festivals = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

const last = (year: number): Day => `${year}-12-31`;
/** New Year's days off begin in the last days of December in some years. */
const belongs = (day: Day, year: number): boolean =>
  yearOf(day) === year || (day >= `${year - 1}-12-22` && day <= last(year - 1));

/** What keeps the year from being handed in; empty when nothing does. */
export function yearProblems({ year, days }: CalendarYear, calendar: Calendar): string[] {
  const first = yearOf(calendar.firstDay);
  const next = yearOf(calendar.publishedThrough) + 1;
  const problems: string[] = [];
  if (year < first) problems.push(`工作日历从${first}年开始，不能加入${year}年。`);
  if (year > next) problems.push(`须先发布${next}年，才能发布${year}年。`);
  const entries = Object.entries(days).sort();
  if (!entries.some(([, { kind }]) => kind === 'holiday')) problems.push('没有一个放假日。');
  for (const [day, { kind, name }] of entries) {
    if (!belongs(day, year)) problems.push(`${longDay(day)}不在${year}年。`);
    if (kind === 'makeup' && weekday(day) < 6)
      problems.push(`${shortDay(day)}是${weekdayName(day)}，不会是调休上班日；调休上班日只在周六、周日。`);
    if (name.trim() === '') problems.push(`${shortDay(day)}没有写明节日名称。`);
  }
  return problems;
}

/** What should be looked at, though it may be right. */
export function yearWarnings(draft: CalendarYear, calendar: Calendar, today: Day): string[] {
  const named = Object.values(draft.days).map(({ name }) => name);
  const missing = festivals.filter((festival) => !named.some((name) => name.includes(festival)));
  const past = differences(draft, calendar).filter(({ day }) => day < today);
  return [
    ...(missing.length > 0 && missing.length < festivals.length
      ? [`没有列出：${missing.join('、')}。每年都有的节日，请核对是否遗漏。`]
      : []),
    ...(past.length > 0
      ? [
          `有${past.length}天已经过去（${past
            .slice(0, 5)
            .map(({ day }) => shortDay(day))
            .join(
              '、',
            )}${past.length > 5 ? '等' : ''}），改动后在办事项的期限会按新日历重新计算，已办结的不变。`,
        ]
      : []),
  ];
}

export interface Difference {
  day: Day;
  /** As the calendar in force has it; absent where it is a plain day of the week. */
  from?: CalendarDay;
  to?: CalendarDay;
}

/** Which days of the year the proposal changes against the calendar in force. */
export function differences(draft: CalendarYear, calendar: Calendar): Difference[] {
  const merged = mergeYear(calendar, draft, '').days;
  const all = [...new Set([...Object.keys(calendar.days), ...Object.keys(merged)])].sort();
  return all.flatMap((day) => {
    const [from, to] = [calendar.days[day], merged[day]];
    if (from?.kind === to?.kind && from?.name === to?.name) return [];
    return [{ day, ...(from ? { from } : {}), ...(to ? { to } : {}) }];
  });
}

/** All other years as they stand, this one as proposed; published through it if it follows. */
export function mergeYear(calendar: Calendar, { year, days }: CalendarYear, version: string): Calendar {
  const others = Object.entries(calendar.days).filter(([day]) => yearOf(day) !== year);
  const all = [...others, ...Object.entries(days)].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    version,
    firstDay: calendar.firstDay,
    publishedThrough: last(year) > calendar.publishedThrough ? last(year) : calendar.publishedThrough,
    days: Object.fromEntries(all),
  };
}

/** As it stands in the calendar in force, for somebody who changes it by hand. */
export const yearOfCalendar = (calendar: Calendar, year: number): CalendarYear['days'] =>
  Object.fromEntries(Object.entries(calendar.days).filter(([day]) => yearOf(day) === year));

/** `cn-2027`, and `cn-2027-2` when a year was put right after it: by the last published year and a count. */
export function nextVersion(merged: Calendar, versions: readonly string[]): string {
  const code = `cn-${yearOf(merged.publishedThrough)}`;
  for (let turn = 1; ; turn += 1) {
    const version = turn === 1 ? code : `${code}-${turn}`;
    if (!versions.includes(version)) return version;
  }
}

/** 2027年版, 2027年第2版. */
export function versionLabel(version: string): string {
  const [, year, turn] = /^cn-(\d{4})(?:-(\d+))?$/.exec(version) ?? [];
  if (!year) return version;
  return turn ? `${year}年第${turn}版` : `${year}年版`;
}
