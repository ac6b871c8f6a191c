import type { Clock } from '#config/clock';
import type { TodoLine } from '#contracts/case';
import type { TodoQuery } from '#contracts/desk';
import type { Page } from '#contracts/page';
import type { Actor } from '#domain/actor';
import { pageOfRows, readCursor } from '../../keyset.ts';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, words } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import { onPapers } from './papers-todo.ts';
import { doneSql, dueOrder, mineSql } from './pick-todos.ts';
import { todoColumns, todoLines } from './todo-line.ts';
import type { TodoRow } from './todo-line.ts';
import { sightOf } from './visible.ts';
import { firstWaiting } from './waiting.ts';

type Row = TodoRow & { at: string };

/** The rows that were picked, with the names that a line shows. */
export const withNames = (picked: Sql, order: Sql, limit: number): Sql => sql`
  select ${todoColumns}, k.at from (select * from (${picked}) p order by ${order} limit ${limit}) k
    join todo t on t.id = k.id join case_file c on c.id = t.case_id left join org o on o.id = t.org_id
   order by ${order}`;

export const byDue = words('at, id');
const byClosing = words('at desc, id desc');

export async function todos(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  query: TodoQuery,
): Promise<Page<TodoLine>> {
  const reader = { actor, sight: await sightOf(em, actor) };
  const done = query.list === 'done';
  const asked = { conditions: conditionsOf(query, clock.today()), limit: query.limit + 1 };
  const picked =
    query.list === 'waiting'
      ? await firstWaiting(em, reader, asked)
      : done
        ? doneSql(reader, asked)
        : mineSql(reader, asked);
  const found = await em.execute<Row[]>(withNames(picked, done ? byClosing : byDue, asked.limit));
  const { rows, next } = pageOfRows(found, query.limit, (row) => [
    done ? instantFromDatabase(row.at) : row.at,
    row.id,
  ]);
  return { items: await todoLines(em, rows, clock.today(), await currentCalendar(em)), next };
}

function conditionsOf({ list, kind, papers, after }: TodoQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (kind) conditions.push(sql`t.kind = ${kind}`);
  if (papers) conditions.push(onPapers(papers));
  if (list === 'today') conditions.push(sql`${dueOrder} = ${today}::date`);
  if (list === 'overdue') conditions.push(sql`${dueOrder} < ${today}::date`);
  if (after && list === 'done') {
    const [at, id] = readCursor(after, 'instant', 'id');
    conditions.push(sql`(t.closed_at, t.id) < (${at}::timestamptz, ${id}::uuid)`);
  } else if (after) {
    const [due, id] = readCursor(after, 'day', 'id');
    conditions.push(sql`(${dueOrder}, t.id) > (${due}::date, ${id}::uuid)`);
  }
  return conditions;
}
