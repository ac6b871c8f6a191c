import type { DeskView } from '#contracts/desk';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { soonUntil } from '#domain/deadline-view';
import { kindCodes, kindOf } from '#domain/kinds/index';
import type { EntityManager } from '../../orm.ts';
import { joined, sql, uuids } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { onPapers } from './papers-todo.ts';
import { dueOrder, mineSql } from './pick-todos.ts';
import type { TodoReader } from './pick-todos.ts';
import { waitingSql } from './waiting.ts';

/** Counting goes no further: a page shows 1000+. */
const most = 1000;
const counted = (picked: Sql): Sql =>
  sql`(select count(*)::int from (select 1 from (${picked}) p limit ${most}) n)`;

type Counts = Omit<DeskView['counts'], 'messages' | 'openCases'>;

export async function todoCounts(
  em: EntityManager,
  reader: TodoReader,
  today: Day,
  calendar: Calendar,
): Promise<Counts> {
  const mine = (...conditions: Sql[]) => counted(mineSql(reader, { conditions, limit: most }));
  const [row] = await em.execute<Counts[]>(sql`select
    ${mine()} mine,
    ${mine(sql`${dueOrder} = ${today}::date`)} today,
    ${mine(sql`${dueOrder} < ${today}::date`)} overdue,
    ${mine(sql`${dueOrder} between ${today}::date and ${soonUntil(today, calendar)}::date`)} soon,
    ${mine(onPapers('review'))} review, ${mine(onPapers('sign'))} sign, ${mine(onPapers('serve'))} serve,
    ${counted(waitingSql(reader))} waiting`);
  return row ?? { mine: 0, today: 0, overdue: 0, soon: 0, waiting: 0, review: 0, sign: 0, serve: 0 };
}

/** Open cases by kind and stage; each stage is one stretch of an index, counted up to the same number. */
export async function stageCounts(em: EntityManager, { sight }: TodoReader): Promise<DeskView['stages']> {
  const stages = kindCodes.flatMap((kind) =>
    Object.entries(kindOf(kind).stages).map(([stage, label]) => ({ kind, stage, label })),
  );
  const rows = await em.execute<{ kind: string; stage: string; cases: number }[]>(
    sight === 'all' ? byStage(stages) : byParty(sight),
  );
  const cases = new Map(rows.map((row) => [`${row.kind}/${row.stage}`, row.cases]));
  return stages
    .map((one) => ({ ...one, cases: cases.get(`${one.kind}/${one.stage}`) ?? 0 }))
    .filter((one) => one.cases > 0);
}

function byStage(stages: readonly { kind: string; stage: string }[]): Sql {
  const one = ({ kind, stage }: { kind: string; stage: string }) => sql`
    select ${kind} kind, ${stage} stage, (select count(*)::int from (
      select 1 from case_file c where c.kind = ${kind} and c.stage = ${stage} and c.closed_at is null limit ${most}) n) cases`;
  return joined(stages.map(one), ' union all ');
}

const byParty = (orgIds: readonly string[]): Sql => sql`
  select split_part(open_stage, '/', 1) kind, split_part(open_stage, '/', 2) stage, cases from (
    select open_stage, count(distinct case_id)::int cases from case_party
     where org_id = any(${uuids(orgIds)}) and open_stage is not null group by 1) s`;
