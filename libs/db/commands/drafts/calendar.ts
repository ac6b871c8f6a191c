import type { Clock } from '#config/clock';
import type { CalendarDayBody, YearReading } from '#contracts/calendar';
import { invalid } from '#contracts/problem';
import { shortDay, yearOf } from '#domain/day';
import { yearOfCalendar, type CalendarYear } from '#domain/holidays/calendar-year';
import { calendarSort as sort, type CalendarContent } from '../../drafts/calendar.ts';
import type { Hand } from '../../drafts/draft-sort.ts';
import type { EntityManager } from '../../orm.ts';
import { currentCalendar } from '../../queries/rule-book.ts';
import { changeDraft, proposeDraft } from './acts.ts';

/** What somebody gave; without days the year as it stands, to be changed day by day. */
export interface GivenYear {
  year: number;
  days?: CalendarYear['days'];
  source: string;
  text?: string;
  reading?: YearReading;
}

async function contentOf(tx: EntityManager, given: GivenYear): Promise<CalendarContent> {
  const { year, days, source, text, reading } = given;
  const filled = days ?? yearOfCalendar(await currentCalendar(tx), year);
  return { year, days: filled, source, text: text ?? null, reading: reading ?? null };
}

export const proposeYear = (em: EntityManager, clock: Clock, by: Hand, given: GivenYear): Promise<string> =>
  proposeDraft(em, clock, by, sort, async (tx) => ({
    content: await contentOf(tx, given),
    says: `录入${given.year}年工作日历草稿（${given.source}）`,
  }));

/** Reads the year anew, in place of what the draft held. */
export const replaceYear = (
  em: EntityManager,
  clock: Clock,
  by: Hand,
  { id, version }: { id: string; version: number },
  given: GivenYear,
): Promise<void> =>
  changeDraft(em, clock, by, { sort, id, version }, async (tx) => ({
    content: await contentOf(tx, given),
    says: `重新录入${given.year}年工作日历草稿（${given.source}）`,
  }));

export const setDay = (
  em: EntityManager,
  clock: Clock,
  by: Hand,
  id: string,
  { version, day, kind, name }: CalendarDayBody,
): Promise<void> =>
  changeDraft(em, clock, by, { sort, id, version }, (_tx, content) => {
    const { year } = content;
    const near = yearOf(day) === year || day.startsWith(`${year - 1}-12`);
    if (!near) throw invalid('day', `${shortDay(day)}不在${year}年。`);
    if (kind !== 'plain' && name === undefined) throw invalid('name', '请写明是哪个节日。');
    const { [day]: _, ...others } = content.days;
    const days = kind === 'plain' ? others : { ...others, [day]: { kind, name: name ?? '' } };
    const words = { holiday: '放假', makeup: '上班', plain: '与平常的一周相同' }[kind];
    const says = `${year}年工作日历草稿：${day} 改为${words}${name ? `（${name}）` : ''}`;
    return Promise.resolve({ content: { ...content, days }, says });
  });
