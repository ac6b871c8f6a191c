import type { Clock } from '#config/clock';
import type { CommitmentLine, CommitmentPage, CommitmentQuery } from '#contracts/commitment';
import type { Actor } from '#domain/actor';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { soonUntil, standing } from '#domain/deadline-view';
import { longDays, silentSince, type Silence } from '#domain/kinds/commitment/reports';
import { clockAction } from '#domain/procedure';
import { instantFromDatabase } from '../../../columns.ts';
import { pageOfRows, readCursor } from '../../../keyset.ts';
import type { EntityManager } from '../../../orm.ts';
import { all, sql, texts, words } from '../../../sql.ts';
import type { Sql } from '../../../sql.ts';
import { currentCalendar } from '../../rule-book.ts';
import { actionLabel } from '../action-label.ts';
import { stageLabel } from '../case-row.ts';
import { wordsIn } from '../register.ts';
import { seen, sightOf } from '../visible.ts';
import { sourceLabel } from './source.ts';

interface Row {
  case_id: string;
  number: string;
  title: string;
  owner_id: string;
  owner: string | null;
  source_kind: string;
  stage: string;
  issued_on: Day;
  due: Day;
  progress: number;
  colour: CommitmentLine['lateness'];
  action: string;
  at: string;
  place: Day;
}

/** Open ones by their due day, then those that are closed. */
const place = words(`(case when l.closed then 'infinity'::date else l.due end)`);

/** From one of these on reports are owed. */
const beginnings = texts(['open', 'sign-for', 'resume', 'review', 'strike-off']);

/** Two reports in a row were not made; where it is read, `l` is the line. */
function silent(today: Day, calendar: Calendar): Sql {
  const { weekly, monthly } = silentSince(today, calendar);
  const by = (silence: Silence) => sql`
    case when e.action = 'report-progress' then ${silence.reported}::timestamptz else ${silence.begun}::timestamptz end`;
  return sql`not exists (
    select 1 from case_event e
     where e.case_id = l.case_id and (e.action = 'report-progress' or e.action = any(${beginnings}))
       and e.at > case when l.due - l.issued_on > ${longDays}::int then ${by(monthly)} else ${by(weekly)} end)`;
}

/**
 * 绿黄红灰蓝 (process-law.md §4): red is what is late now, yellow an owner's day within five working days, less than
 * 80 % done when 80 % of the time has gone, or two reports in a row that were not made.
 */
export const colourSql = (today: Day, calendar: Calendar): Sql => sql`
  case when l.closed then 'done' when l.suspended then 'suspended'
       when l.owed_by < ${today}::date then 'overdue'
       when l.stage in ('signing', 'doing') and (l.due <= ${soonUntil(today, calendar)}::date
         or (l.progress < 80 and l.due > l.issued_on
           and (${today}::date - l.issued_on) * 10 >= (l.due - l.issued_on) * 8)
         or (l.stage = 'doing' and ${silent(today, calendar)})) then 'soon'
       else 'normal' end`;

function conditions({ q, ownerId, source, dueFrom, dueTo }: CommitmentQuery): Sql[] {
  return [
    ...wordsIn(q ?? ''),
    ...(ownerId ? [sql`l.owner_id = ${ownerId}::uuid`] : []),
    ...(source ? [sql`l.source_kind = ${source}`] : []),
    ...(dueFrom ? [sql`l.due >= ${dueFrom}::date`] : []),
    ...(dueTo ? [sql`l.due <= ${dueTo}::date`] : []),
  ];
}

function beyond(after: string | undefined): Sql {
  if (!after) return sql`true`;
  const [day, id] = readCursor(after, 'day', 'id');
  return sql`(${place}, l.case_id) > (${day}::date, ${id}::uuid)`;
}

/** 台账: the commitments that the reader may see, with how many there are of each colour. */
export async function ledger(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  query: CommitmentQuery,
): Promise<CommitmentPage> {
  const today = clock.today();
  const calendar = await currentCalendar(em);
  const colour = colourSql(today, calendar);
  const sight = await sightOf(em, actor);
  const from = sql`commitment_line l join case_file c on c.id = l.case_id
    where ${all([seen(sight, sql`l.case_id`), ...conditions(query)])}`;
  const wanted = query.colour ? sql`${colour} = ${query.colour}` : sql`true`;
  const found = await em.execute<Row[]>(sql`
    select l.case_id, c.number, c.title, l.owner_id, o.name owner, l.source_kind, l.stage, l.issued_on, l.due, l.progress,
           l.colour, e.action, e.at, l.place
      from (select l.*, ${colour} colour, ${place} place from ${from} and ${wanted} and ${beyond(query.after)}
             order by ${place}, l.case_id limit ${query.limit + 1}) l
      join case_file c on c.id = l.case_id left join org o on o.id = l.owner_id
      join lateral (
        select e.action, e.at from case_event e
         where e.case_id = l.case_id and e.action <> ${clockAction} order by e.seq desc limit 1) e on true
     order by l.place, l.case_id`);
  const { rows, next } = pageOfRows(found, query.limit, (row) => [row.place, row.case_id]);
  const counted = await em.execute<{ colour: CommitmentLine['lateness']; count: number }[]>(
    sql`select ${colour} colour, count(*)::int count from ${from} group by 1`,
  );
  const counts = { normal: 0, soon: 0, overdue: 0, suspended: 0, done: 0 };
  for (const one of counted) counts[one.colour] = one.count;
  return { items: rows.map((row) => lineOf(row, today, calendar)), next, counts };
}

function lineOf(row: Row, today: Day, calendar: Calendar): CommitmentLine {
  const done = row.colour === 'done';
  const { workingDaysLeft, workingDaysLate } = standing(row.due, today, calendar, { done });
  return {
    ...{ caseId: row.case_id, number: row.number, title: row.title },
    owner: { orgId: row.owner_id, name: row.owner ?? '' },
    ...{ sourceKind: row.source_kind, sourceLabel: sourceLabel(row.source_kind) },
    ...{ stage: row.stage, stageLabel: stageLabel('commitment', row.stage) },
    ...{ issuedOn: row.issued_on, due: row.due, progress: row.progress, lateness: row.colour },
    ...{ workingDaysLeft, workingDaysLate },
    last: { label: actionLabel('commitment', row.action), at: instantFromDatabase(row.at) },
  };
}
