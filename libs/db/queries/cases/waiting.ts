import type { EntityManager } from '../../orm.ts';
import { all, sql } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { notHeld } from './offices.ts';
import { dueOrder } from './pick-todos.ts';
import type { Asked, TodoReader } from './pick-todos.ts';
import { seenService } from './service/details.ts';
import { seen } from './visible.ts';

/** Cases in which the person acted, and members of the campaigns that he launched. */
const hisCases = (personId: string, union: Sql): Sql => sql`
  select e.case_id from case_event e where e.person_id = ${personId}::uuid
  ${union} select m.id from case_file m where m.campaign_id = any(array(
    select e.case_id from case_event e where e.person_id = ${personId}::uuid and e.action = 'open'))`;
const each = sql`union`;

const owedByOthers = ({ actor, sight }: TodoReader, inHis: Sql, conditions: readonly Sql[]): Sql => sql`
  select t.id, ${dueOrder} as at from todo t
   where t.closed_at is null and ${inHis} and ${notHeld(actor)} and ${seenService(sight)} and ${all(conditions)}`;

const inHisCases = ({ actor, sight }: TodoReader): Sql[] => [
  sql`t.case_id in (${hisCases(actor.personId, each)})`,
  seen(sight, sql`t.case_id`),
];

/** What others owe in his cases, in no order, to be counted. */
export const waitingSql = (reader: TodoReader): Sql => owedByOthers(reader, all(inHisCases(reader)), []);

const many = 1500;

/**
 * The first of what others owe in his cases. A few cases are looked up one by one and sorted. For somebody with
 * thousands the todos of all are read by due day until enough are his; `is true` keeps the order, which a join loses.
 */
export async function firstWaiting(
  em: EntityManager,
  reader: TodoReader,
  { conditions, limit }: Asked,
): Promise<Sql> {
  const { personId } = reader.actor;
  const some = sql`select 1 from (${hisCases(personId, sql`union all`)}) h limit ${many + 1}`;
  const [found] = await em.execute<{ cases: number }[]>(sql`select count(*)::int cases from (${some}) s`);
  const inOrder = (condition: Sql) => sql`(${condition}) is true`;
  const his = (found?.cases ?? 0) > many ? inHisCases(reader).map(inOrder) : inHisCases(reader);
  return sql`${owedByOthers(reader, all(his), conditions)} order by ${dueOrder}, t.id limit ${limit}`;
}
