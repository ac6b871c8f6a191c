import type { Clock } from '#config/clock';
import type { CalendarReturn } from '#contracts/calendar';
import { conflict, forbidden } from '#contracts/problem';
import type { Calendar } from '#domain/calendar';
import { plusMs, type Instant } from '#domain/day';
import { bookVersion } from '#domain/rules/book-version';
import { mergeYear, nextVersion, versionLabel, yearProblems } from '#domain/holidays/calendar-year';
import { instantFromDatabase } from '../columns.ts';
import type { CalendarDraftRow } from '../entities/calendar-draft.ts';
import { RuleBookRow } from '../entities/rule-book.ts';
import type { EntityManager } from '../orm.ts';
import { hindersDeciding } from '../queries/calendar/drafts.ts';
import { appendedRows, currentCalendar } from '../queries/rule-book.ts';
import { seedCalendar } from '../seed/calendar.ts';
import { lockedDraft, log, touch, type Proposer } from './calendar-drafts.ts';
import { tellProposer } from './book-messages.ts';

/** Calendars and rows are published one after the other, each upon the one before. */
export const lockBook = "select pg_advisory_xact_lock(hashtextextended('rule_book', 7))";

/**
 * Makes the proposed year the newest version of the calendar, in one transaction. Never by him who proposed it. The
 * open cases are told afterwards (broadcast-book.ts).
 */
export function publishDraft(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  version: number,
): Promise<{ book: string; calendar: string }> {
  return em.transactional(async (tx) => {
    await tx.execute(lockBook);
    const draft = await decidable(tx, by, id, version);
    const current = await currentCalendar(tx);
    if (draft.basedOn !== current.version)
      throw conflict(
        `报批之后工作日历已更新为${versionLabel(current.version)}，影响已不同；请退回，由报送人重新核对后再报。`,
        'calendar-moved',
      );
    const [problem] = yearProblems(draft, current);
    if (problem) throw conflict(`不能发布：${problem}`, 'problems');
    const calendar = await nextCalendar(tx, current, draft);
    const at = await newestMoment(tx, clock.now());
    const book = bookVersion(calendar.version, (await appendedRows(tx)).revision);
    await tx.insert(RuleBookRow, {
      ...{ version: book, at, calendar, year: draft.year },
      ...{ proposedById: draft.personId, approvedById: by.personId },
    });
    const decided = { decidedById: by.personId, decidedAt: clock.now(), publishedAs: calendar.version };
    await touch(tx, clock, draft, { status: 'published', ...decided });
    await log(tx, clock, by, id, `批准并发布${draft.year}年工作日历（${versionLabel(calendar.version)}）`);
    await tellProposer(tx, clock, draft.personId, told('calendar-published', draft, { by: by.name }));
    return { book, calendar: calendar.version };
  });
}

export function returnDraft(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  { version, reason }: CalendarReturn,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await decidable(tx, by, id, version);
    const decided = { decidedById: by.personId, decidedAt: clock.now(), reason };
    await touch(tx, clock, draft, { status: 'returned', ...decided });
    await log(tx, clock, by, id, `退回${draft.year}年工作日历：${reason}`);
    await tellProposer(tx, clock, draft.personId, told('calendar-returned', draft, { by: by.name, reason }));
  });
}

const told = (
  code: 'calendar-published' | 'calendar-returned',
  { id, version, year }: CalendarDraftRow,
  params: Record<string, string>,
) => ({ code, id, version, params: { year, ...params } });

async function decidable(
  tx: EntityManager,
  by: Proposer,
  id: string,
  version: number,
): Promise<CalendarDraftRow> {
  const draft = await lockedDraft(tx, id, version);
  const hinder = hindersDeciding(draft, by.actor);
  if (hinder !== undefined)
    throw draft.status === 'handed-in'
      ? forbidden(hinder, 'own-proposal')
      : conflict(hinder, 'not-handed-in');
  return draft;
}

async function nextCalendar(
  tx: EntityManager,
  current: Calendar,
  draft: CalendarDraftRow,
): Promise<Calendar> {
  const merged = mergeYear(current, draft, '');
  const rows = await tx.execute<{ version: string }[]>(
    `select calendar->>'version' as version from rule_book where calendar is not null`,
  );
  const versions = [seedCalendar.version, ...rows.map((row) => row.version)];
  return { ...merged, version: nextVersion(merged, versions) };
}

/** The newest row holds, so it has to be the newest even where a clock was put back. */
export async function newestMoment(tx: EntityManager, now: Instant): Promise<Instant> {
  const [last] = await tx.execute<{ at: string }[]>('select at from rule_book order by at desc limit 1');
  if (!last) return now;
  const next = plusMs(instantFromDatabase(last.at), 1);
  return now > next ? now : next;
}
