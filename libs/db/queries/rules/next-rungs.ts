import type { Clock } from '#config/clock';
import type { RuleEffect, RuleMove } from '#contracts/rules';
import type { Calendar } from '#domain/calendar';
import { addDays, shanghaiDay, type Day } from '#domain/day';
import type { Deadline } from '#domain/deadline';
import { kindOf } from '#domain/kinds/index';
import { ladderOf, nextRung, type Rung } from '#domain/ladder';
import { holdsOn } from '#domain/rule';
import type { RuleRows } from '#domain/rules/tables';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';

interface Row {
  id: string;
  case_id: string;
  number: string;
  kind: string;
  step: string;
  due: Day;
  deadline: Deadline;
  fired: string[];
}

/** Between two of them the API answers others. */
const batch = 500;
/** A runner carries so much before a deadline; a rung before the term is left out anyway. */
const runnersDays = 31;

type Moment = { label: string; at: string };
type Found = RuleMove & { caseId: string };

/** The todos whose next rung comes at another moment, in the order of these. */
export type MovedRungs = Pick<RuleEffect, 'changed' | 'cases' | 'groups'> & { moves: RuleMove[] };

/**
 * Every open todo whose next rung comes at another moment, by the same pure function that the runners ask. Of a change of
 * rungs only those that it touches are looked at, or a nearer one would hide them.
 */
export async function nextRungs(
  em: EntityManager,
  clock: Clock,
  { before, after, codes }: { before: RuleRows; after: RuleRows; codes?: ReadonlySet<string> },
): Promise<MovedRungs> {
  const calendar = await currentCalendar(em);
  const asked = (rows: RuleRows) => rows.rung.filter(({ code }) => !codes || codes.has(code));
  const [old, next] = [asked(before), asked(after)];
  const found: Found[] = [];
  for await (const rows of openTodos(em))
    for (const row of rows) {
      const ask = (ladder: readonly Rung[], rules: RuleRows) =>
        momentOf(row, ladder, calendar, { now: clock.now(), hours: rules['office-hours'] });
      const [one, other] = [ask(old, before), ask(next, after)];
      if (one?.at !== other?.at || one?.label !== other?.label) found.push(itemOf(row, one, other));
    }
  found.sort((one, other) => (momentKey(one) < momentKey(other) ? -1 : 1));
  return {
    changed: found.length,
    cases: new Set(found.map(({ caseId }) => caseId)).size,
    groups: groupsOf(found),
    moves: found.map(({ caseId: _, ...item }) => item),
  };
}

async function* openTodos(em: EntityManager): AsyncGenerator<Row[]> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let full = true; full;) {
    const rows = await em.execute<Row[]>(sql`
      select t.id, t.case_id, c.number, t.kind, t.step, t.due::text, t.deadline, t.fired
        from todo t join case_file c on c.id = t.case_id
       where t.closed_at is null and t.deadline is not null and t.id > ${last}::uuid order by t.id limit ${batch}`);
    yield rows;
    last = rows.at(-1)?.id ?? last;
    full = rows.length === batch;
  }
}

function momentOf(
  { kind, step, deadline, fired }: Row,
  rungs: readonly Rung[],
  whole: Calendar,
  { now, hours }: { now: string; hours: RuleRows['office-hours'] },
): Moment | null {
  const ladder = ladderOf(rungs, kindOf(kind).steps[step]?.ladder);
  const reach = addDays(deadline.start, -runnersDays);
  const calendar = reach > whole.firstDay ? { ...whole, firstDay: reach } : whole;
  const next = nextRung(ladder, deadline, fired, calendar, now, hours);
  if (!next) return null;
  const [code] = next.rung.split('#');
  const rows = ladder.filter((row) => row.code === code);
  const row = rows.find((one) => holdsOn(one, shanghaiDay(next.at))) ?? rows.at(-1);
  return { label: row?.label ?? next.rung, at: next.at };
}

const itemOf = (row: Row, before: Moment | null, after: Moment | null): Found => ({
  ...{ todoId: row.id, caseId: row.case_id, caseNumber: row.number, due: row.due, before, after },
  kindLabel: kindOf(row.kind).label,
  stepLabel: kindOf(row.kind).steps[row.step]?.label ?? row.step,
});

const momentKey = ({ after, before, todoId }: Found) => `${after?.at ?? before?.at ?? ''} ${todoId}`;

/** By what comes next under the new rows. */
function groupsOf(found: readonly Found[]): RuleEffect['groups'] {
  const groups = new Map<string, RuleEffect['groups'][number]>();
  for (const { before, after } of found) {
    const label = after?.label ?? `不再${before?.label ?? ''}`;
    const at = after?.at ?? before?.at ?? '';
    const group = groups.get(label) ?? { label, count: 0, first: at };
    groups.set(label, { label, count: group.count + 1, first: at < group.first ? at : group.first });
  }
  return [...groups.values()].sort((one, other) => other.count - one.count);
}
