import type { Clock } from '#config/clock';
import type { TodoLine } from '#contracts/case';
import type { TodoQuery } from '#contracts/desk';
import type { Page } from '#contracts/page';
import type { Actor } from '#domain/actor';
import { pageOfRows, readCursor } from '../../keyset.ts';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { all, joined, sql, words } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import { addressedTo, forHolder, heldOffices, notHeld } from './offices.ts';
import { todoColumns, todoLines } from './todo-line.ts';
import type { TodoRow } from './todo-line.ts';
import { seen, sightOf } from './visible.ts';
import type { Sight } from './visible.ts';

/** As the indexes have it: what has no due day comes last. */
export const dueOrder = words(`coalesce(t.due, 'infinity'::date)`);

export interface TodoReader {
  actor: Actor;
  sight: Sight;
}

interface Asked {
  conditions: readonly Sql[];
  limit: number;
}

/** The first open todos of a person's offices in the order of their due days; each office is read in order by itself. */
export function mineSql({ actor, sight }: TodoReader, { conditions, limit }: Asked): Sql {
  const branch = (address: Sql) => sql`(select t.*, ${dueOrder} as at from todo t
    where ${address} and t.closed_at is null and ${forHolder(actor)} and ${seen(sight, sql`t.case_id`)} and ${all(conditions)}
    order by ${dueOrder}, t.id limit ${limit})`;
  return joined(branchesOf(actor, branch), ' union all ');
}

function branchesOf(actor: Actor, branch: (address: Sql) => Sql): Sql[] {
  const branches = heldOffices(actor).map((office) => branch(addressedTo(office)));
  return branches.length > 0 ? branches : [branch(sql`false`)];
}

/** Cases in which the person acted, and members of the campaigns that he launched. */
const hisCases = (personId: string): Sql => sql`
  select e.case_id from case_event e where e.person_id = ${personId}::uuid
  union select m.id from case_event e join case_file m on m.campaign_id = e.case_id
   where e.person_id = ${personId}::uuid and e.action = 'open'`;

/** What others owe in his cases. */
export const waitingSql = ({ actor, sight }: TodoReader, { conditions, limit }: Asked): Sql => sql`
  select t.*, ${dueOrder} as at from todo t
   where t.closed_at is null and t.case_id in (${hisCases(actor.personId)}) and ${notHeld(actor)}
     and ${seen(sight, sql`t.case_id`)} and ${all(conditions)}
   order by ${dueOrder}, t.id limit ${limit}`;

/** What his offices have done, the latest first. */
function doneSql({ actor, sight }: TodoReader, { conditions, limit }: Asked): Sql {
  const branch = (address: Sql) => sql`(select t.*, t.closed_at as at from todo t
    where ${address} and t.outcome = 'done' and ${forHolder(actor)} and ${seen(sight, sql`t.case_id`)} and ${all(conditions)}
    order by t.closed_at desc, t.id desc limit ${limit})`;
  return joined(branchesOf(actor, branch), ' union all ');
}

type Row = TodoRow & { at: string };

export const withNames = (picked: Sql, order: Sql, limit: number): Sql => sql`
  select ${todoColumns}, t.at from (${picked}) t join case_file c on c.id = t.case_id left join org o on o.id = t.org_id
   order by ${order} limit ${limit}`;

export async function todos(em: EntityManager, clock: Clock, actor: Actor, query: TodoQuery): Promise<Page<TodoLine>> {
  const reader = { actor, sight: await sightOf(em, actor) };
  const done = query.list === 'done';
  const asked = { conditions: conditionsOf(query, clock.today()), limit: query.limit + 1 };
  const picked =
    query.list === 'waiting' ? waitingSql(reader, asked) : done ? doneSql(reader, asked) : mineSql(reader, asked);
  const order = done ? sql`t.at desc, t.id desc` : sql`t.at, t.id`;
  const found = await em.execute<Row[]>(withNames(picked, order, asked.limit));
  const { rows, next } = pageOfRows(found, query.limit, (row) => [done ? instantFromDatabase(row.at) : row.at, row.id]);
  return { items: await todoLines(em, rows, clock.today(), await currentCalendar(em)), next };
}

function conditionsOf({ list, kind, after }: TodoQuery, today: string): Sql[] {
  const conditions: Sql[] = [];
  if (kind) conditions.push(sql`t.kind = ${kind}`);
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
