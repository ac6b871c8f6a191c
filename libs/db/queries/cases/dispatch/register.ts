import type { Clock } from '#config/clock';
import type { DispatchLine, DispatchPage, DispatchQuery } from '#contracts/dispatch';
import type { Actor } from '#domain/actor';
import type { Day } from '#domain/day';
import { standing } from '#domain/deadline-view';
import { noticeTypeOf } from '#domain/notice-types';
import { instantFromDatabase } from '../../../columns.ts';
import { pageOfRows, readCursor } from '../../../keyset.ts';
import type { EntityManager } from '../../../orm.ts';
import { all, sql, texts, words } from '../../../sql.ts';
import type { Sql } from '../../../sql.ts';
import { currentCalendar } from '../../rule-book.ts';
import { stageLabel } from '../case-row.ts';
import { wordsIn } from '../register.ts';
import { seen, sightOf } from '../visible.ts';

interface Row {
  id: string;
  number: string;
  notice_number: string | null;
  title: string;
  paper: string;
  stage: string;
  drafter: string;
  drafter_id: string;
  changed_at: string;
  closed: boolean;
  next_due: Day | null;
}

const columns =
  words(`c.id, c.number, c.title, c.stage, c.changed_at, c.closed_at is not null closed, c.next_due,
  e.fields ->> 'paper' paper, p.name drafter, p.id drafter_id,
  (select n.number from notice n where n.case_id = c.id limit 1) notice_number`);
/** The opening says who drafts what. */
const from = words(`case_file c join case_event e on e.case_id = c.id and e.seq = 1
  join person p on p.id = e.person_id where c.kind = 'dispatch'`);
const before = ['drafting', 'reviewing', 'legal', 'signing'];

const viewOf = (personId: string): Record<DispatchQuery['view'], Sql> => ({
  mine: sql`e.person_id = ${personId}::uuid and c.stage = any(${texts(before)})`,
  review: sql`c.stage in ('reviewing', 'legal')`,
  sign: sql`c.stage = 'signing'`,
  issued: sql`c.stage in ('sealing', 'sending', 'sent', 'archived')`,
  voided: sql`c.stage = 'voided'`,
  all: sql`true`,
});

/** By its title and register number, or by the number on the paper. */
function found(q: string | undefined): Sql {
  const typed = wordsIn(q ?? '');
  if (typed.length === 0) return sql`true`;
  return sql`(${all(typed)} or exists (select 1 from notice n where n.case_id = c.id
    and position(search_text(${q ?? ''}) in search_text(n.number)) > 0))`;
}

function beyond(after: string | undefined): Sql {
  if (!after) return sql`true`;
  const [at, id] = readCursor(after, 'instant', 'id');
  return sql`(c.changed_at, c.id) < (${at}::timestamptz, ${id}::uuid)`;
}

/** 发文: the latest movement first, with how many stand where. */
export async function dispatches(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { view, q, after, limit }: DispatchQuery,
): Promise<DispatchPage> {
  const today = clock.today();
  const calendar = await currentCalendar(em);
  const visible = sql`${from} and ${seen(await sightOf(em, actor), sql`c.id`)} and ${found(q)}`;
  const views = viewOf(actor.personId);
  const rows = await em.execute<Row[]>(sql`
    select ${columns} from ${visible} and ${views[view]} and ${beyond(after)}
     order by c.changed_at desc, c.id desc limit ${limit + 1}`);
  const page = pageOfRows(rows, limit, (row) => [instantFromDatabase(row.changed_at), row.id]);
  const [counts] = await em.execute<DispatchPage['counts'][]>(sql`
    select count(*) filter (where ${views.mine})::int mine, count(*) filter (where ${views.review})::int review,
           count(*) filter (where ${views.sign})::int sign, count(*) filter (where ${views.issued})::int issued,
           count(*) filter (where ${views.voided})::int voided, count(*)::int "all" from ${visible}`);
  const lineOf = (row: Row): DispatchLine => {
    const stands = standing(row.next_due, today, calendar, { done: row.closed });
    return {
      ...{ caseId: row.id, number: row.number, noticeNumber: row.notice_number, title: row.title },
      ...{ paperLabel: noticeTypeOf(row.paper).label, stage: row.stage },
      ...{ stageLabel: stageLabel('dispatch', row.stage), drafter: row.drafter },
      ...{ mine: row.drafter_id === actor.personId, changedAt: instantFromDatabase(row.changed_at) },
      ...{ nextDue: row.next_due, lateness: stands.lateness },
      ...{ workingDaysLeft: stands.workingDaysLeft, workingDaysLate: stands.workingDaysLate },
    };
  };
  const none = { mine: 0, review: 0, sign: 0, issued: 0, voided: 0, all: 0 };
  return { items: page.rows.map(lineOf), next: page.next, counts: counts ?? none };
}
