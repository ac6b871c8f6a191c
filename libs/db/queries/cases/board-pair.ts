import type { BoardView } from '#contracts/pairing';
import type { Calendar } from '#domain/calendar';
import { addDays } from '#domain/day';
import type { Day } from '#domain/day';
import { standing } from '#domain/deadline-view';
import { kindOf } from '#domain/kinds/index';
import type { PlanItem } from '#domain/kinds/pairing/state';
import type { Role } from '#domain/role';
import type { NameOf } from './names.ts';
import { officeName } from './todo-line.ts';

export interface PairRow {
  id: string;
  number: string;
  stage: string;
  next_due: Day | null;
  closed: boolean;
  items: PlanItem[] | null;
  open: number;
  late: number;
  weeks: Day[] | null;
  end: string | null;
  pilot: string | null;
  assisted: string | null;
  step: string | null;
  org_id: string | null;
  role: Role | null;
}

interface Board {
  today: Day;
  calendar: Calendar;
  areas: readonly string[];
  orgName: NameOf;
}

type Pair = BoardView['pairs'][number];

export function boardPair(row: PairRow, { today, calendar, areas, orgName }: Board): Pair {
  const kind = kindOf('pairing');
  const step = row.step ? (kind.steps[row.step]?.label ?? row.step) : null;
  const items = (row.items ?? []).filter((item) => item.status !== 'dropped');
  return {
    ...{ caseId: row.id, number: row.number, pilot: row.pilot ?? '', assisted: row.assisted ?? '' },
    ...{ stage: row.stage, stageLabel: kind.stages[row.stage] ?? row.stage, nextDue: row.next_due },
    lateness: standing(row.next_due, today, calendar, { done: row.closed }).lateness,
    waitingFor: step && row.role ? `${officeName(orgName(row.org_id), row.role)} ${step}` : null,
    weekly: weekly(row, today),
    problems: { open: row.open, late: row.late },
    areas: Object.fromEntries(
      areas.map((area) => [
        area,
        cell(
          items.filter((item) => item.area === area),
          today,
        ),
      ]),
    ),
  };
}

/** A weekly report falls due on the Friday of its week. */
function weekly({ stage, weeks }: PairRow, today: Day): Pair['weekly'] {
  if (stage !== 'doing') return 'none';
  if (!weeks || weeks.length === 0) return 'normal';
  return weeks.some((week) => addDays(week, 4) < today) ? 'overdue' : 'soon';
}

const cell = (items: readonly PlanItem[], today: Day) => ({
  done: items.filter(({ status }) => status === 'done').length,
  total: items.length,
  late: items.filter(({ status, due }) => status !== 'done' && due < today).length,
});
