import type { Calendar } from '#domain/calendar';
import { addDays, daysBetween, type Day } from '#domain/day';
import type { Deadline } from '#domain/deadline';
import { differences, mergeYear, type CalendarYear } from '#domain/holidays/calendar-year';
import { changedBy } from '#domain/rebook';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';

/** What the proposed calendar would make of one open deadline. */
export interface Move {
  todoId: string;
  caseId: string;
  kind: string;
  step: string;
  from: Day;
  to: Day;
  byDays: number;
  settled: boolean;
}

interface Row {
  id: string;
  case_id: string;
  kind: string;
  step: string;
  due: Day;
  deadline: Deadline;
}

/** Between two of them the API answers others. */
const batch = 500;
/** A weekly day may look as far ahead as the end of its week, and a runner carries so much before a deadline. */
const slackDays = 7;
const runnersDays = 31;

/** The first day on which the proposal differs; a deadline that lies wholly before it is not read at all. */
function firstTouched(draft: CalendarYear, calendar: Calendar): Day | undefined {
  const [first] = differences(draft, calendar);
  const follows = `${draft.year}-12-31` > calendar.publishedThrough ? `${draft.year}-01-01` : undefined;
  return [first?.day, follows].filter((day) => day !== undefined).sort()[0];
}

/** Every open deadline that would change, by the same pure function that the runners ask; the worst first. */
export async function movesOf(em: EntityManager, draft: CalendarYear): Promise<Move[]> {
  const current = await currentCalendar(em);
  const touched = firstTouched(draft, current);
  if (touched === undefined) return [];
  const next = mergeYear(current, draft, 'preview');
  const moves: Move[] = [];
  for await (const rows of openDeadlines(em, addDays(touched, -slackDays)))
    for (const row of rows) moves.push(...moveOf(row, next));
  return moves.sort(worstFirst);
}

/** Those that fall due from that day on, in the order of their index; then notices to be given before it for a later day. */
async function* openDeadlines(em: EntityManager, since: Day): AsyncGenerator<Row[]> {
  let last = { due: since, id: '00000000-0000-0000-0000-000000000000' };
  for (let full = true; full;) {
    const rows = await em.execute<Row[]>(sql`
      select id, case_id, kind, step, due, deadline from todo
       where closed_at is null and due is not null and deadline is not null
         and (coalesce(due, 'infinity'::date), id) > (${last.due}::date, ${last.id}::uuid)
       order by coalesce(due, 'infinity'::date), id limit ${batch}`);
    yield rows;
    last = rows.at(-1) ?? last;
    full = rows.length === batch;
  }
  yield em.execute<Row[]>(sql`
    select id, case_id, kind, step, due, deadline from todo
     where closed_at is null and due < ${since}::date and deadline->>'start' >= ${since}`);
}

function moveOf({ id, case_id, kind, step, deadline }: Row, next: Calendar): Move[] {
  const reach = addDays(deadline.start, -runnersDays);
  const again = changedBy(deadline, reach > next.firstDay ? { ...next, firstDay: reach } : next);
  const settled = again !== undefined && deadline.provisional && !again.provisional;
  if (!again || (again.due === deadline.due && !settled)) return [];
  const [from, to] = [deadline.due, again.due];
  return [{ todoId: id, caseId: case_id, kind, step, from, to, byDays: daysBetween(from, to), settled }];
}

const worstFirst = (one: Move, other: Move): number =>
  Math.abs(other.byDays) - Math.abs(one.byDays) || (one.from < other.from ? -1 : 1);
