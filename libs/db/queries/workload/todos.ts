import type { WorkloadTodo } from '#contracts/workload';
import type { CaseState } from '#domain/case';
import type { Day } from '#domain/day';
import { stepKey } from '#domain/settle';
import { roles } from '#domain/role';
import type { EntityManager } from '../../orm.ts';
import { joined, sql, uuids } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import type { OwnPost } from '../absences.ts';
import { todoColumns, todoLines } from '../cases/todo-line.ts';
import type { TodoRow } from '../cases/todo-line.ts';

/** A todo of the workload with the state of its case, of which each move is asked. */
export interface Held {
  line: WorkloadTodo;
  kind: string;
  role: string;
  state: CaseState;
}

type Row = TodoRow & { others: number };

const ofOffice = ({ orgId, role }: OwnPost): Sql =>
  sql`(t.role = ${role} and (t.org_id = ${orgId}::uuid or (t.org_id is null
    and exists (select 1 from org h where h.id = ${orgId}::uuid and h.kind in ('bureau', 'section')))))`;

/** How many others hold the office of todo t today; receivers don't count: they are to take its work over. */
const others = (today: Day, except: readonly string[]): Sql => sql`
  (select count(distinct s.person_id)::int from post s join org g on g.id = s.org_id join person q on q.id = s.person_id
    where s.role = t.role and not s.person_id = any(${uuids(except)})
      and (s.org_id = t.org_id or (t.org_id is null and g.kind in ('bureau', 'section')))
      and s.from_day <= ${today}::date and (s.until_day is null or s.until_day > ${today}::date)
      and (q.disabled_on is null or q.disabled_on > ${today}::date))`;

/** What lies with a person by name, and what his offices owe where nobody but him and the receivers holds them. */
export async function workloadTodos(
  em: EntityManager,
  today: Day,
  {
    personId,
    posts,
    receivers,
  }: { personId: string; posts: readonly OwnPost[]; receivers: readonly string[] },
): Promise<{ held: Held[]; shared: number }> {
  const offices = posts.length > 0 ? joined(posts.map(ofOffice), ' or ') : sql`false`;
  const rows = await em.execute<Row[]>(sql`
    select ${todoColumns}, case when t.holder_id is null then ${others(today, [personId, ...receivers])} else 0 end others
      from todo t join case_file c on c.id = t.case_id left join org o on o.id = t.org_id
     where t.closed_at is null and (t.holder_id = ${personId}::uuid or (t.holder_id is null and (${offices})))
     order by coalesce(t.due, 'infinity'::date), t.id limit 5000`);
  const his = rows.filter((row) => row.others === 0);
  const lines = await todoLines(em, his, today, await currentCalendar(em));
  const states = await statesOf(em, his);
  const held = his.flatMap((row, index): Held[] => {
    const state = states.get(row.case_id);
    const line = lines[index];
    if (!state || !line) return [];
    const { caseId, key, kind, kindLabel, caseNumber, caseTitle, due, lateness } = line;
    const what = `${line.stepLabel}${line.detail ? `（${line.detail}）` : ''}`;
    return [
      {
        ...{ kind, role: row.role, state },
        line: {
          ...{ caseId, key, kind, kindLabel, caseNumber, caseTitle, what, due },
          ...{ role: row.role, roleLabel: roles[row.role], late: lateness === 'overdue' },
          holds: row.holder_id === null ? 'office' : 'named',
          approval: state.signings?.[stepKey(key)] !== undefined,
        },
      },
    ];
  });
  return { held, shared: rows.length - his.length };
}

async function statesOf(em: EntityManager, rows: readonly Row[]): Promise<Map<string, CaseState>> {
  const ids = [...new Set(rows.map((row) => row.case_id))];
  const found = await em.execute<{ id: string; state: CaseState }[]>(
    sql`select id, state from case_file where id = any(${uuids(ids)})`,
  );
  return new Map(found.map(({ id, state }) => [id, state]));
}
