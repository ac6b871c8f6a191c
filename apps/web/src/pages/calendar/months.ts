import type { CalendarYear } from '../../api/bureau-types.ts';

export type SpecialDay = CalendarYear['days'][number];

export interface Cell {
  day: string;
  date: number;
  /** Monday is 1. */
  column: number;
  special: SpecialDay | undefined;
}

const pad = (value: number) => String(value).padStart(2, '0');
const columnOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The weeks of a month, Monday first; before the first and after the last day there is nothing. */
export function weeksOf(year: number, month: number, days: readonly SpecialDay[]): (Cell | undefined)[][] {
  const byDay = new Map(days.map((special) => [special.day, special]));
  const cells = Array.from({ length: daysIn(year, month) }, (_, index): Cell => {
    const day = `${year}-${pad(month)}-${pad(index + 1)}`;
    return { day, date: index + 1, column: columnOf(day), special: byDay.get(day) };
  });
  const lead = Array.from({ length: (cells[0]?.column ?? 1) - 1 }, () => undefined);
  const all = [...lead, ...cells];
  const weeks: (Cell | undefined)[][] = [];
  for (let at = 0; at < all.length; at += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => all[at + index]));
  return weeks;
}

/** 元旦 1日至3日休；4日班: what is special in a month, in words. */
export function monthWords(month: number, days: readonly SpecialDay[]): string[] {
  const runs: { from: SpecialDay; to: SpecialDay }[] = [];
  for (const special of days.filter(({ day }) => Number(day.slice(5, 7)) === month)) {
    const last = runs.at(-1);
    const follows = last && Number(special.day.slice(8)) === Number(last.to.day.slice(8)) + 1;
    if (follows && last.to.kind === special.kind && last.to.name === special.name) last.to = special;
    else runs.push({ from: special, to: special });
  }
  return runs.map(({ from, to }) => {
    const [first, last] = [from, to].map(({ day }) => Number(day.slice(8)));
    const span = first === last ? `${first}日` : `${first}日至${last}日`;
    return from.kind === 'holiday' ? `${from.name} ${span}休` : `${span}班（${from.name}）`;
  });
}
