import type { CalendarDay } from '../calendar.ts';
import { addDays, daysBetween, isDay, shortDay, weekday, weekdayName, type Day } from '../day.ts';
import { readSentence, sentencesOf, type Clause, type WrittenDate, type WrittenRun } from './clauses.ts';

export interface Arrangement {
  days: Record<Day, CalendarDay>;
  /** Sentences that were understood, and as what. */
  read: { text: string; says: string }[];
  /** Sentences that speak of days and were not understood, or not wholly. */
  unread: string[];
  /** The rest: salutation, reminders, signature. Shown, so that nothing is lost in silence. */
  skipped: string[];
  /** Where the text contradicts itself or the calendar. */
  problems: string[];
}

/** No holiday was ever longer than ten days; more is a slip of the pen. */
const longest = 15;

/** 2026年 as the title or the first sentence has it: the year whose arrangement this is. */
export function yearIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const found = /(\d{4})年(?:部分)?(?:节假日|元旦)/u.exec(plain);
  return found ? Number(found[1]) : undefined;
}

/** Reads the text of the State Council's arrangement for a year. What it can't read it names; it guesses nothing. */
export function readArrangement(text: string, year: number): Arrangement {
  const found: Arrangement = { days: {}, read: [], unread: [], skipped: [], problems: [] };
  const named = yearIn(text);
  if (named !== undefined && named !== year)
    found.problems.push(`文中写的是${named}年的安排，所选年度是${year}年。`);
  let name: string | undefined;
  for (const sentence of sentencesOf(text)) {
    const written = readSentence(sentence);
    name = written.name ?? name;
    if (written.left && !isIssueDate(sentence, year)) found.unread.push(sentence);
    else if (written.clauses.length === 0 && written.name === undefined) found.skipped.push(sentence);
    const says = written.clauses.flatMap((clause) => take(found, clause, { sentence, name, year }) ?? []);
    if (says.length > 0) found.read.push({ text: sentence, says: says.join('；') });
  }
  return found;
}

/** 国务院办公厅 2025年11月4日: a whole date in the year before, and nothing about days off. */
const isIssueDate = (sentence: string, year: number): boolean =>
  !/放假|上班|休息/u.test(sentence) && new RegExp(`${year - 1}\\s*年`, 'u').test(sentence);

interface Context {
  sentence: string;
  name: string | undefined;
  year: number;
}

/** Writes the days of a clause down and says them, or says what is wrong with them. */
function take(found: Arrangement, clause: Clause, { sentence, name, year }: Context): string | undefined {
  const wrong = (what: string) => void found.problems.push(`“${sentence}”：${what}`);
  if (name === undefined) return wrong('没有写明是哪个节日。') as undefined;
  const runs = clause.runs.map((run) => daysOf(run, year, wrong));
  if (runs.some((days) => days === undefined)) return undefined;
  const days = runs.flatMap((run) => run ?? []);
  if (clause.count !== undefined && clause.count !== days.length)
    wrong(`写明共${clause.count}天，所列日期是${days.length}天。`);
  for (const day of days) {
    const before = found.days[day];
    if (before && before.kind !== clause.kind) wrong(`${shortDay(day)}既列为放假，又列为上班。`);
    else if (before) wrong(`${shortDay(day)}列了两次（${before.name}、${name}）。`);
    found.days[day] ??= { kind: clause.kind, name };
  }
  const said = runs.map((run = []) =>
    [...new Set([run[0], run.at(-1)])].map((day) => shortDay(day ?? '')).join('至'),
  );
  return `${name}：${said.join('、')}${clause.kind === 'holiday' ? `放假，${days.length}天` : '上班'}`;
}

function daysOf({ first, last }: WrittenRun, year: number, wrong: (what: string) => void): Day[] | undefined {
  // 12月31日至1月2日 without a year: it begins in the year before.
  const turns = first.year === undefined && first.month === 12 && last.month === 1;
  const from = dayOf(first, turns ? year - 1 : year, wrong);
  const to =
    last.text === first.text
      ? from
      : dayOf(turns ? last : { ...last, year: last.year ?? first.year }, year, wrong);
  if (from === undefined || to === undefined) return undefined;
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longest) {
    wrong(length < 1 ? '结束日早于开始日。' : `从${shortDay(from)}到${shortDay(to)}超过${longest}天。`);
    return undefined;
  }
  return Array.from({ length }, (_, index) => addDays(from, index));
}

function dayOf(written: WrittenDate, year: number, wrong: (what: string) => void): Day | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  if (written.month === undefined) return wrong(`“${written.text}”没有写明月份。`) as undefined;
  const day = `${pad(written.year ?? year, 4)}-${pad(written.month, 2)}-${pad(written.date, 2)}`;
  if (!isDay(day)) return wrong(`${written.month}月${written.date}日不存在。`) as undefined;
  if (written.weekday !== undefined && written.weekday !== weekday(day)) {
    const said = `周${'一二三四五六日'[written.weekday - 1]}`;
    wrong(`${written.month}月${written.date}日写作${said}，按日历是${weekdayName(day)}。`);
  }
  return day;
}
