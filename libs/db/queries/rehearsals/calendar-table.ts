import type { RehearsalView } from '#contracts/rehearsal';
import { isWorkingDay, dayKind, type Calendar } from '#domain/calendar';
import { weekdayName, type Day } from '#domain/day';

export const rehearsalColumns = [
  { header: '日期', width: 12 },
  { header: '星期', width: 8 },
  { header: '性质', width: 14 },
  { header: '岗位', width: 32 },
  { header: '人员', width: 20 },
  ...['新到待办', '到期', '办结', '其中逾期办结', '催办', '升级', '文书'].map((header) => ({
    header,
    width: 10,
  })),
];

type Cell = string | number;

function natureOf(calendar: Calendar, day: Day): string {
  const { kind, name, provisional } = dayKind(calendar, day);
  const nature =
    kind === 'makeup'
      ? `上班（${name ?? ''}调休）`
      : isWorkingDay(calendar, day)
        ? '工作日'
        : (name ?? '周末');
  return provisional ? `${nature}（暂定）` : nature;
}

/** Each day as a whole, then each office that has something on it; filtered in Excel by 岗位. */
export function* rehearsalRows(
  { days, offices }: RehearsalView,
  calendar: Calendar,
): Generator<Cell[], void, undefined> {
  const byDay = new Map<number, Cell[][]>();
  for (const { office, holders, days: cells } of offices) {
    for (const [place = 0, opened = 0, due = 0, done = 0, late = 0, , reminders = 0, ...rest] of cells) {
      const [escalations = 0, papers = 0] = rest;
      const row = [office, holders.join('、'), opened, due, done, late, reminders, escalations, papers];
      byDay.set(place, [...(byDay.get(place) ?? []), row]);
    }
  }
  for (const [place, { day, counts }] of days.entries()) {
    const head = [day, weekdayName(day), natureOf(calendar, day)];
    const { opened, due, done, late, reminders, escalations, papers } = counts;
    yield [...head, '全部', '', opened, due, done, late, reminders, escalations, papers];
    for (const row of byDay.get(place) ?? []) yield [...head, ...row];
  }
}
