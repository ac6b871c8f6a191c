import type { CaseView } from '#contracts/case';
import type { DeadlineView } from '#contracts/case';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { latenesses, type Deadline } from '#domain/deadline';
import { derivationDays, standing } from '#domain/deadline-view';
import { explain } from '#domain/explain';
import { marks } from '#domain/rule';
import type { EntityManager } from '../../orm.ts';
import { joined, sql } from '../../sql.ts';
import { addressedTo, forHolder, heldOffices } from './offices.ts';
import { todoColumns, todoLines } from './todo-line.ts';
import type { TodoRow } from './todo-line.ts';
import { dueOrder, type TodoReader } from './pick-todos.ts';
import { seenService } from './service/details.ts';

/** All that a case waits for, the earliest first; `mine` is what the reader's own offices owe. */
export async function caseTodos(
  em: EntityManager,
  { actor, sight }: TodoReader,
  caseId: string,
  today: Day,
  calendar: Calendar,
): Promise<CaseView['todos']> {
  const offices = heldOffices(actor).map((office) => sql`(${addressedTo(office)} and ${forHolder(office)})`);
  const mine = offices.length > 0 ? joined(offices, ' or ') : sql`false`;
  const rows = await em.execute<(TodoRow & { mine: boolean })[]>(sql`
    select ${todoColumns}, (${mine}) mine
      from todo t join case_file c on c.id = t.case_id left join org o on o.id = t.org_id
     where t.case_id = ${caseId}::uuid and t.closed_at is null and ${seenService(sight)}
     order by ${dueOrder}, t.id`);
  const lines = await todoLines(em, rows, today, calendar);
  return lines.map((line, index) => {
    const deadline = rows[index]?.deadline;
    return {
      ...line,
      mine: rows[index]?.mine ?? false,
      deadline: deadline ? deadlineView(deadline, today, calendar) : null,
    };
  });
}

export function deadlineView(deadline: Deadline, today: Day, calendar: Calendar): DeadlineView {
  const { label, start, due, originalDue, time, ground, mark, provisional } = deadline;
  const stands = standing(due, today, calendar, { deadline });
  return {
    ...{ label, start, due, originalDue, time, ground, provisional, ...stands },
    markLabel: marks[mark],
    latenessLabel: latenesses[stands.lateness],
    sentence: explain(deadline),
    days: derivationDays(deadline, calendar),
  };
}
