import type { TodoLine } from '#contracts/case';
import type { Calendar } from '#domain/calendar';
import type { Instant } from '#domain/day';
import { plusMs, shanghaiDay } from '#domain/day';
import { soonUntil } from '#domain/deadline-view';
import type { Listing, MailLine, MailPart } from '#domain/mail';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { dueOrder, mineSql } from '../cases/pick-todos.ts';
import type { TodoReader } from '../cases/pick-todos.ts';
import { todoLines } from '../cases/todo-line.ts';
import type { TodoRow } from '../cases/todo-line.ts';
import { byDue, withNames } from '../cases/todos.ts';
import { sightOf } from '../cases/visible.ts';
import { unreadMessages } from '../messages.ts';
import type { Recipient } from './recipients.ts';

/** A mail is read in a minute; the rest stands on the desk. */
const shown = 20;
const counted = 1000;
const dayMs = 86_400_000;

/** What one person's morning mail says; undefined: there is nothing to say, and no mail. */
export async function digestOf(
  em: EntityManager,
  { name, actor }: Recipient,
  now: Instant,
  calendar: Calendar,
): Promise<Listing | undefined> {
  const day = shanghaiDay(now);
  const soon = soonUntil(day, calendar);
  const since = (await lastDigest(em, actor.personId)) ?? plusMs(now, -dayMs);
  const reader = { actor, sight: await sightOf(em, actor) };
  const groups: [title: string, condition: Sql][] = [
    ['已逾期', sql`${dueOrder} < ${day}::date`],
    ['今日到期', sql`${dueOrder} = ${day}::date`],
    ['临近到期', sql`${dueOrder} > ${day}::date and ${dueOrder} <= ${soon}::date`],
    ['新收到的待办', sql`${dueOrder} > ${soon}::date and t.opened_at > ${since}::timestamptz`],
  ];
  const parts: MailPart[] = [];
  for (const [title, condition] of groups) {
    const part = await partOf(em, reader, condition, day, calendar);
    if (part.lines.length > 0) parts.push({ title, ...part });
  }
  const unread = await unreadMessages(em, actor);
  return parts.length > 0 || unread > 0 ? { sort: 'digest', day, name, parts, unread } : undefined;
}

async function lastDigest(em: EntityManager, personId: string): Promise<Instant | undefined> {
  const [row] = await em.execute<{ at: string | null }[]>(
    sql`select max(at) as at from mail where person_id = ${personId} and sort = 'digest'`,
  );
  return row?.at ? instantFromDatabase(row.at) : undefined;
}

async function partOf(
  em: EntityManager,
  reader: TodoReader,
  condition: Sql,
  day: string,
  calendar: Calendar,
): Promise<Omit<MailPart, 'title'>> {
  const picked = (limit: number) => mineSql(reader, { conditions: [condition], limit });
  const rows = await em.execute<TodoRow[]>(withNames(picked(shown), byDue, shown));
  const lines = await todoLines(em, rows, day, calendar);
  const [all] = await em.execute<{ n: number }[]>(sql`select count(*)::int n from (${picked(counted)}) p`);
  return { lines: lines.map(mailLine), more: Math.max(0, (all?.n ?? 0) - lines.length) };
}

/** Not `detail`: it may quote what somebody wrote into a form. */
function mailLine({ caseId, caseTitle, stepLabel, due, ...line }: TodoLine): MailLine {
  return { caseId, title: caseTitle, step: stepLabel, due, standing: standingText(line) };
}

type Standing = Pick<TodoLine, 'lateness' | 'workingDaysLeft' | 'workingDaysLate'>;

export function standingText({ lateness, workingDaysLeft, workingDaysLate }: Standing): string {
  if (lateness === 'suspended') return '中止计算';
  if (lateness === 'overdue') return workingDaysLate ? `已逾期${workingDaysLate}个工作日` : '已逾期';
  return lateness === 'soon' && workingDaysLeft ? `还剩${workingDaysLeft}个工作日` : '';
}
