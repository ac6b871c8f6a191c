import type { OpenedLine } from '#contracts/commitment';
import type { PairingBody } from '#contracts/pairing';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { standing } from '#domain/deadline-view';
import { ends } from '#domain/kinds/commitment/state';
import { areaLabel } from '#domain/kinds/pairing/areas';
import type { PairingState } from '#domain/kinds/pairing/state';
import type { NameOf } from '../names.ts';
import type { Told } from '../told.ts';
import { plannedItems, problemTexts } from './told-items.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The state says how far an item is; who does what by which measure stands in the submitted plan. */
export function plan(
  state: PairingState,
  acts: readonly Told[],
  today: Day,
  calendar: Calendar,
): PairingBody['plan'] {
  const planned = plannedItems(acts);
  const reports = acts.filter(({ action }) => action === 'report-item');
  return state.plan.items.map(({ id, area, side, due, status }) => {
    const words = planned[Number(id) - 1];
    const done = status === 'done' || status === 'dropped';
    const report = reports.filter(({ form }) => form.itemId === id).at(-1);
    return {
      ...{ id, area, areaLabel: areaLabel(area), side, due, status },
      ...{ item: words?.item ?? '', person: words?.person ?? '', measure: words?.measure ?? '' },
      lateness: standing(due, today, calendar, { done }).lateness,
      lastReport: report ? textOf(report.form.report) : null,
    };
  });
}

export function problems(
  state: PairingState,
  acts: readonly Told[],
  nameOf: NameOf,
  lines: ReadonlyMap<string, OpenedLine>,
): PairingBody['problems'] {
  const texts = problemTexts(acts);
  return state.problems.map(({ id, area, raisedOn, solver, end }) => ({
    ...{ id, areaLabel: areaLabel(area), raisedOn, solver: nameOf(solver) ?? '' },
    ...{ problem: texts[Number(id) - 1] ?? '', endLabel: end ? ends[end] : null },
    line: lines.get(id) ?? null,
  }));
}
