import { DayBeforeCalendar, type Calendar } from './calendar.ts';
import { at, isDay, type Day, type Instant } from './day.ts';
import { derive, type Deadline } from './deadline.ts';
import { LengthRefused, parseLength, parseSuspension } from './length.ts';

/** As somebody typed it. */
export interface AskedDeadline {
  start: string;
  length: string;
  suspensions: readonly string[];
}

/** The due day of what was typed, or a sentence that says what of it makes no sense. */
export function deadlineOf(
  asked: AskedDeadline,
  calendar: Calendar,
): { deadline: Deadline } | { wrong: string } {
  if (asked.start === '') return { wrong: '没有写明起算日：--start 2026-09-18。' };
  if (asked.length === '') return { wrong: '没有写明期限长度：--length 5WD。' };
  try {
    const length = parseLength(asked.length);
    const suspensions = asked.suspensions.map(parseSuspension);
    if (length.endOf && suspensions.length > 0)
      return { wrong: '季度末是固定的日期，不因中止而推后；请去掉中止期间，或者改用其他长度。' };
    const start = startOf(asked.start, length.unit === 'H');
    const row = { code: 'asked', label: '', ground: '', from: '0001-01-01', mark: 'default' } as const;
    const rule = { ...row, ...length, roll: length.unit !== 'H' };
    return { deadline: derive(rule, start, calendar, { suspensions }) };
  } catch (error) {
    const expected =
      error instanceof RangeError || error instanceof LengthRefused || error instanceof DayBeforeCalendar;
    if (expected) return { wrong: `${error.message}。` };
    throw error;
  }
}

/** `2026-09-18`, for clock hours also `2026-09-18T10:30` in Shanghai. */
function startOf(text: string, hours: boolean): Day | Instant {
  const [day = '', time, ...rest] = text.split('T');
  if (!isDay(day) || rest.length > 0) throw new RangeError(`起算日“${text}”不是有效日期，应写作 2026-09-18`);
  if (time === undefined) return day;
  if (!hours) throw new RangeError(`起算日“${text}”带有时刻；只有以小时计的期限才从时刻起算`);
  return at(day, time);
}
