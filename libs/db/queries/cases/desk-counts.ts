import type { DeskView } from '#contracts/desk';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { soonUntil } from '#domain/deadline-view';
import { kindCodes, kindOf } from '#domain/kinds/index';
import type { EntityManager } from '../../orm.ts';
import { joined, sql, words } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { seen } from './visible.ts';
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
    ${counted(waitingSql(reader))} waiting`);
  return row ?? { mine: 0, today: 0, overdue: 0, soon: 0, waiting: 0 };
}

/** Open cases by kind and stage; each stage is one stretch of an index, counted up to the same number. */
export async function stageCounts(em: EntityManager, { sight }: TodoReader): Promise<DeskView['stages']> {
  const stages = kindCodes.flatMap((kind) =>
    Object.entries(kindOf(kind).stages).map(([stage, label]) => ({ kind, stage, label })),
  );
  const rows = await em.execute<{ kind: string; stage: string; cases: number }[]>(
    sight === 'all' ? byStage(stages) : byParty(seen(sight, words('c.id'))),
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

const byParty = (visible: Sql): Sql => sql`
  select c.kind, c.stage, count(*)::int cases from case_file c where ${visible} and c.closed_at is null group by 1, 2`;
