import type { Clock } from '#config/clock';
import type { CaseLine, CaseQuery } from '#contracts/case';
import type { Page } from '#contracts/page';
import type { Actor } from '#domain/actor';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { soonUntil, standing } from '#domain/deadline-view';
import { kindCodes, kindOf } from '#domain/kinds/index';
import { instantFromDatabase } from '../../columns.ts';
import { pageOfRows, readCursor } from '../../keyset.ts';
import type { EntityManager } from '../../orm.ts';
import { all, joined, sql, words } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import { seen, sightOf } from './visible.ts';
import type { Sight } from './visible.ts';

interface Row {
  id: string;
  kind: string;
  number: string;
  title: string;
  stage: string;
  campaign_id: string | null;
  opened_at: string;
  changed_at: string;
  closed_at: string | null;
  next_due: Day | null;
  due_at: Day;
}

/** Never the state: it is large, and stored beside the row. */
const columns =
  words(`c.id, c.kind, c.number, c.title, c.stage, c.campaign_id, c.opened_at, c.changed_at, c.closed_at,
  c.next_due, coalesce(c.next_due, 'infinity'::date) due_at`);
const dueOrder = words(`coalesce(c.next_due, 'infinity'::date)`);

/** 登记簿: the cases that the reader may see, filtered, searched, in one of two orders. */
export async function register(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  query: CaseQuery,
): Promise<Page<CaseLine>> {
  const today = clock.today();
  const calendar = await currentCalendar(em);
  const sight = await sightOf(em, actor);
  const found = await em.execute<Row[]>(registerSql(sight, query, today, soonUntil(today, calendar)));
  const byDue = query.sort === 'due';
  const keyOf = (row: Row) => [byDue ? row.due_at : instantFromDatabase(row.changed_at), row.id];
  const { rows, next } = pageOfRows(found, query.limit, keyOf);
  return { items: rows.map((row) => caseLine(row, today, calendar)), next };
}

/**
 * Open and closed cases have an index each, so a register of both reads the two in order and merges. The cases of one
 * organisation are read in the order of its own index instead.
 */
export function registerSql(sight: Sight, query: CaseQuery, today: Day, soon: Day): Sql {
  const limit = query.limit + 1;
  const order = query.sort === 'due' ? sql`due_at, id` : sql`changed_at desc, id desc`;
  const orgId = query.orgId ?? (sight !== 'all' && sight.length === 1 ? sight[0] : undefined);
  const keys = orgId ? ofOrg(orgId) : ofAll;
  // Those of his one organisation are all that he may see; any other question keeps the condition.
  const visible =
    sight !== 'all' && sight.length === 1 && sight[0] === orgId ? sql`true` : seen(sight, words('c.id'));
  const conditions = all([visible, ...conditionsOf(query, keys, today, soon)]);
  const inOrder = query.sort === 'due' ? sql`${dueOrder}, c.id` : sql`${keys.at} desc, ${keys.id} desc`;
  const part = (status: Sql) =>
    sql`(select ${columns} from ${keys.from} and ${status} and ${conditions} order by ${inOrder} limit ${limit})`;
  const parts = partsOf(query.status, orgId).map(part);
  return sql`select * from (${joined(parts, ' union all ')}) r order by ${order} limit ${limit}`;
}

interface Keys {
  from: Sql;
  at: Sql;
  id: Sql;
}

const ofAll: Keys = { from: words('case_file c where true'), at: words('c.changed_at'), id: words('c.id') };
const ofOrg = (orgId: string): Keys => ({
  from: sql`case_party p join case_file c on c.id = p.case_id where p.org_id = ${orgId}::uuid`,
  at: words('p.changed_at'),
  id: words('p.case_id'),
});

function partsOf(status: CaseQuery['status'], orgId: string | undefined): Sql[] {
  const open = sql`c.closed_at is null`;
  const closed = sql`c.closed_at is not null`;
  if (status === 'all') return orgId ? [sql`true`] : [open, closed];
  return [status === 'open' ? open : closed];
}

function conditionsOf(query: CaseQuery, keys: Keys, today: Day, soon: Day): Sql[] {
  const { kind, stage, late, campaignId, after } = query;
  const conditions = wordsIn(query.q ?? '');
  if (kind) conditions.push(sql`c.kind = ${kind}`);
  if (stage) conditions.push(sql`c.stage = ${stage}`);
  // A stage alone is read in the order of its kind's index.
  if (stage && !kind) conditions.push(sql`c.kind in (${joined(kindsWith(stage), ', ')})`);
  if (late === 'overdue') conditions.push(sql`${dueOrder} < ${today}::date`);
  if (late === 'soon') conditions.push(sql`${dueOrder} between ${today}::date and ${soon}::date`);
  if (campaignId) conditions.push(sql`c.campaign_id = ${campaignId}::uuid`);
  if (after) conditions.push(beyond(query.sort, keys, after));
  return conditions;
}

function beyond(sort: CaseQuery['sort'], keys: Keys, after: string): Sql {
  if (sort === 'due') {
    const [due, id] = readCursor(after, 'day', 'id');
    return sql`(${dueOrder}, c.id) > (${due}::date, ${id}::uuid)`;
  }
  const [at, id] = readCursor(after, 'instant', 'id');
  return sql`(${keys.at}, ${keys.id}) < (${at}::timestamptz, ${id}::uuid)`;
}

const kindsWith = (stage: string): Sql[] => {
  const codes = kindCodes.filter((code) => stage in kindOf(code).stages);
  return (codes.length > 0 ? codes : ['']).map((code) => sql`${code}`);
};

/** Of case c. */
export const wordsIn = (typed: string): Sql[] =>
  wordsOf(typed).map(
    (word) => sql`c.id in (select n.case_id from case_name n
      where n.grams @> search_needs(${word}) and position(search_text(${word}) in n.name) > 0)`,
  );

/** Each word has to be found; brackets and blanks don't count (search_text in the database leaves them out). */
const wordsOf = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .split(/[\s\p{Cc}〔〕[\]()《》“”"]+/u)
    .filter((word) => word !== '')
    .slice(0, 10);

function caseLine(row: Row, today: Day, calendar: Calendar): CaseLine {
  const kind = kindOf(row.kind);
  const done = row.closed_at !== null;
  return {
    ...{ id: row.id, kind: row.kind, kindLabel: kind.label, number: row.number, title: row.title },
    ...{ stage: row.stage, stageLabel: kind.stages[row.stage] ?? row.stage },
    campaignId: row.campaign_id,
    openedAt: instantFromDatabase(row.opened_at),
    changedAt: instantFromDatabase(row.changed_at),
    closedAt: row.closed_at && instantFromDatabase(row.closed_at),
    nextDue: row.next_due,
    lateness: standing(row.next_due, today, calendar, { done }).lateness,
  };
}
