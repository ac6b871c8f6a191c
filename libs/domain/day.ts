/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Compares as a string. */
export type Day = string;
/** A moment as ISO 8601 in UTC with milliseconds, `2026-11-22T08:00:00.000Z`. Compares as a string. */
export type Instant = string;

const dayMs = 86_400_000;
/** China has had no daylight saving time since 1991 and the product starts in 2020: one fixed offset. */
const shanghaiMs = 8 * 3_600_000;
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLength = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function parts(day: Day): [year: number, month: number, date: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`“${day}”不是有效日期，应为 YYYY-MM-DD`);
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > monthLength(year, month))
    throw new RangeError(`“${day}”不是有效日期：没有这一天`);
  return [year, month, date];
}

export function isDay(text: string): text is Day {
  try {
    parts(text);
    return true;
  } catch {
    return false;
  }
}

/** Deadlines walk over the same few years again and again; bounded, for days are also typed. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const starts = new Map<Day, Instant>();
const mostKept = 20_000;

function keep<K, V>(kept: Map<K, V>, key: K, value: V): V {
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, value);
  return value;
}

const toNumber = (day: Day): number => numbers.get(day) ?? keep(numbers, day, countDay(day));
const fromNumber = (number: number): Day => days.get(number) ?? keep(days, number, dayOfCount(number));

/** Days since 1970-01-01 of the proleptic Gregorian calendar, in whole numbers (years start in March). */
function countDay(day: Day): number {
  const [year, month, date] = parts(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function dayOfCount(number: number): Day {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return civil(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  );
}

function civil(year: number, month: number, date: number): Day {
  if (year < 1 || year > 9999) throw new RangeError('日期超出可以计算的范围');
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

export const addDays = (day: Day, days: number): Day => fromNumber(toNumber(day) + days);
/** Positive when `later` is the later day. */
export const daysBetween = (earlier: Day, later: Day): number => toNumber(later) - toNumber(earlier);

/** The same day-number, or the last day of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return civil(y, m, Math.min(date, monthLength(y, m)));
}

export const yearOf = (day: Day): number => parts(day)[0];

export function monthEnd(day: Day): Day {
  const [year, month] = parts(day);
  return civil(year, month, monthLength(year, month));
}

export function quarterEnd(day: Day): Day {
  const [year, month] = parts(day);
  return monthEnd(civil(year, Math.ceil(month / 3) * 3, 1));
}

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
export const weekdayName = (day: Day): string => `周${'一二三四五六日'[weekday(day) - 1]}`;

export function epochMs(instant: Instant): number {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/.exec(instant);
  const [hour, minute, second] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4])];
  if (!match || hour > 23 || minute > 59 || second > 59) throw new RangeError(`“${instant}”不是有效时刻`);
  return toNumber(match[1]!) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + Number(match[5]);
}

export function instantOf(ms: number): Instant {
  const number = Math.floor(ms / dayMs);
  const rest = Math.floor(ms) - number * dayMs;
  const second = Math.floor(rest / 1000);
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((n) => pad(n));
  return `${fromNumber(number)}T${time.join(':')}.${pad(rest % 1000, 3)}Z`;
}

export const plusMs = (instant: Instant, ms: number): Instant => instantOf(epochMs(instant) + ms);

export const shanghaiDay = (instant: Instant): Day =>
  fromNumber(Math.floor((epochMs(instant) + shanghaiMs) / dayMs));

/** Wall-clock time in Asia/Shanghai, `HH:mm`. */
export const shanghaiTime = (instant: Instant): string =>
  instantOf(epochMs(instant) + shanghaiMs).slice(11, 16);

/** `time` is Shanghai wall-clock `HH:mm`. */
export function at(day: Day, time: string): Instant {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`“${time}”不是有效时间，应为 HH:mm`);
  return instantOf(toNumber(day) * dayMs - shanghaiMs + (Number(match[1]) * 60 + Number(match[2])) * 60_000);
}

/** 00:00 of the day in Asia/Shanghai. */
export const startOfDay = (day: Day): Instant => starts.get(day) ?? keep(starts, day, at(day, '00:00'));

/** `2026年11月27日` */
export function longDay(day: Day): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日`;
}

/** `11月27日（周五）` */
export function shortDay(day: Day): string {
  const [, month, date] = parts(day);
  return `${month}月${date}日（${weekdayName(day)}）`;
}

/** `2026年11月27日（周五）` */
export const fullDay = (day: Day): string => `${longDay(day)}（${weekdayName(day)}）`;
