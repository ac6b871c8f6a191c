import type { TodoLine } from '#contracts/case';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import type { Deadline } from '#domain/deadline';
import { standing } from '#domain/deadline-view';
import { kindOf } from '#domain/kinds/index';
import { roles } from '#domain/role';
import type { Role } from '#domain/role';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { words } from '../../sql.ts';
import { actionsBehind, detailOf } from './details.ts';
import { paperDetails } from './papers-todo.ts';
import { serviceDetails } from './service/details.ts';
import { supervisionDetails } from './supervision/details.ts';
import { told } from './told.ts';
import type { Told } from './told.ts';

export interface TodoRow {
  id: string;
  case_id: string;
  key: string;
  kind: string;
  step: string;
  round: string;
  org_id: string | null;
  role: Role;
  holder_id: string | null;
  assigned: string | null;
  opened_at: string;
  due: Day | null;
  original_due: Day | null;
  deadline: Deadline | null;
  closed_at: string | null;
  number: string;
  title: string;
  org_name: string | null;
}

/** Of todo t, its case c and its organisation o. */
export const todoColumns =
  words(`t.id, t.case_id, t.key, t.kind, t.step, t.round, t.org_id, t.role, t.holder_id, t.assigned,
  t.opened_at, t.due, t.original_due, t.deadline, t.closed_at, c.number, c.title, o.name org_name`);

/** A role anywhere in the bureau is read by its own name. */
export const officeName = (orgName: string | null, role: Role): string =>
  orgName ? `${orgName} ${roles[role]}` : roles[role];

export async function todoLines(
  em: EntityManager,
  rows: readonly TodoRow[],
  today: Day,
  calendar: Calendar,
): Promise<TodoLine[]> {
  const behind = rows.filter(({ kind, step }) => actionsBehind(kind, step).length > 0);
  const actions = new Set(behind.flatMap(({ kind, step }) => actionsBehind(kind, step)));
  const acts = await told(em, [...new Set(behind.map((row) => row.case_id))], [...actions]);
  const supervised = await supervisionDetails(em, rows);
  const served = await serviceDetails(em, rows);
  const papers = await paperDetails(em, rows);
  return rows.map((row) => {
    const line = todoLine(row, acts.get(row.case_id) ?? [], today, calendar);
    return { ...line, detail: supervised(row) ?? served(row) ?? line.detail, paper: papers(row) };
  });
}

export function todoLine(row: TodoRow, acts: readonly Told[], today: Day, calendar: Calendar): TodoLine {
  const kind = kindOf(row.kind);
  const step = kind.steps[row.step];
  const { due, deadline } = row;
  const stands = standing(due, today, calendar, { deadline, done: row.closed_at !== null });
  return {
    ...{ id: row.id, caseId: row.case_id, kind: row.kind, kindLabel: kind.label },
    ...{ caseNumber: row.number, caseTitle: row.title, key: row.key, step: row.step },
    stepLabel: step?.label ?? row.step,
    detail: detailOf(row.kind, row.step, row.round, acts),
    // Whoever was asked to prepare it gives it back; only the one who asked can do it.
    action: row.assigned === 'delegate' ? 'give-back' : (step?.action ?? ''),
    orgId: row.org_id,
    office: officeName(row.org_name, row.role),
    openedAt: instantFromDatabase(row.opened_at),
    due,
    originalDue: row.original_due,
    provisional: deadline?.provisional ?? false,
    lateness: stands.lateness,
    workingDaysLeft: due === null ? null : stands.workingDaysLeft,
    workingDaysLate: due === null ? null : stands.workingDaysLate,
    closedAt: row.closed_at && instantFromDatabase(row.closed_at),
    paper: null,
  };
}
