import type { Clock } from '#config/clock';
import { draftStatuses, type CalendarDrafts, type CalendarDraftView } from '#contracts/calendar';
import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import type { CalendarDay } from '#domain/calendar';
import { shortDay, weekday, yearOf } from '#domain/day';
import { differences, yearProblems, yearWarnings, type Difference } from '#domain/holidays/calendar-year';
import type { Role } from '#domain/role';
import { CalendarDraft, type CalendarDraftRow } from '../../entities/calendar-draft.ts';
import type { EntityManager } from '../../orm.ts';
import { personNames, type NameOf } from '../cases/names.ts';
import { currentCalendar } from '../rule-book.ts';
import { specialDays } from './year.ts';

export async function draftOf(em: EntityManager, id: string): Promise<CalendarDraftRow> {
  const row = await em.findOne(CalendarDraft, { id }, { disableIdentityMap: true });
  if (!row) throw notFound('没有找到这份工作日历草稿。');
  return row;
}

const lineOf = (row: CalendarDraftRow, nameOf: NameOf) => ({
  ...{ id: row.id, year: row.year, status: row.status, statusLabel: draftStatuses[row.status] },
  ...{ source: row.source, proposedBy: nameOf(row.personId) ?? '', changedAt: row.changedAt },
});

/** Proposals, the newest first; drafts that are not handed in are their writer's own. */
export async function calendarDrafts(em: EntityManager, personId: string): Promise<CalendarDrafts> {
  const rows = await em.find(
    CalendarDraft,
    { $or: [{ status: { $nin: ['draft', 'withdrawn'] } }, { personId }] },
    { orderBy: { changedAt: 'desc', id: 'desc' }, limit: 50, disableIdentityMap: true },
  );
  const nameOf = await personNames(
    em,
    rows.map((row) => row.personId),
  );
  return { items: rows.map((row) => lineOf(row, nameOf)) };
}

const isOpen = ({ status }: CalendarDraftRow) => status === 'draft' || status === 'returned';

/** A deputy neither proposes nor approves a calendar: he would inherit the conflicts of both, and there is no hurry. */
export const holdsHimself = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.posts.some(({ role, actingFor }) => roles.includes(role) && actingFor === undefined);

/** Why this person may not publish or return it; undefined when he may. */
export function hindersDeciding(row: CalendarDraftRow, actor: Actor): string | undefined {
  if (row.status !== 'handed-in') return '这份工作日历现在不等批准。';
  if (row.personId === actor.personId) return '本人报送的工作日历须由另一人批准。';
  return holdsHimself(actor, ['system-admin', 'security-admin'])
    ? undefined
    : '工作日历由系统管理员或安全管理员批准。';
}

export async function calendarDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<CalendarDraftView> {
  const row = await draftOf(em, id);
  const own = row.personId === actor.personId;
  if (!own && (row.status === 'draft' || row.status === 'withdrawn'))
    throw notFound('没有找到这份工作日历草稿。');
  const calendar = await currentCalendar(em);
  const nameOf = await personNames(em, [row.personId, row.decidedById]);
  const whyNot = hindersDeciding(row, actor);
  const ended = row.status === 'published' || row.status === 'withdrawn';
  const problems = ended ? [] : yearProblems(row, calendar);
  return {
    ...lineOf(row, nameOf),
    ...{ version: row.version, text: row.text ?? null, reading: row.reading ?? null, problems },
    days: specialDays(row.days),
    warnings: ended ? [] : yearWarnings(row, calendar, clock.today()),
    // A year that follows differs on every day that it names.
    differences:
      ended || row.year > yearOf(calendar.publishedThrough)
        ? []
        : differences(row, calendar).map((one) => ({ day: one.day, says: said(one) })),
    ...{ decidedBy: nameOf(row.decidedById), decidedAt: row.decidedAt ?? null, reason: row.reason ?? null },
    publishedAs: row.publishedAs ?? null,
    may: {
      edit: own && isOpen(row),
      handIn: own && isOpen(row) && problems.length === 0,
      decide: whyNot === undefined,
    },
    whyNot: row.status === 'handed-in' ? (whyNot ?? null) : null,
  };
}

function said({ day, from, to }: Difference): string {
  const words = (entry: CalendarDay | undefined) =>
    entry
      ? `${entry.kind === 'holiday' ? '放假' : '上班'}（${entry.name}）`
      : weekday(day) < 6
        ? '工作日'
        : '周末';
  return `${shortDay(day)}：${words(to)}，原为${words(from)}`;
}
