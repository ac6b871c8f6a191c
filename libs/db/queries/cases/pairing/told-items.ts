import { areaLabel } from '#domain/kinds/pairing/areas';
import type { Told } from '../told.ts';

export interface PlannedItem {
  area: string;
  /** Of areas.ts; empty on items of the hospitals' own. */
  code: string;
  item: string;
  side: string;
  person: string;
  measure: string;
  due: string;
}

const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The items of the plan as last submitted; the state names them by their place, from 1. */
export function plannedItems(acts: readonly Told[]): PlannedItem[] {
  const last = acts.filter(({ action }) => action === 'submit-plan').at(-1);
  return rowsOf(last?.form.items).map((row) => ({
    area: textOf(row.area),
    code: textOf(row.code),
    item: textOf(row.item),
    side: textOf(row.side),
    person: textOf(row.person),
    measure: textOf(row.measure),
    due: textOf(row.due),
  }));
}

/** Problems are numbered from 1 in the order in which they were raised. */
export const problemTexts = (acts: readonly Told[]): string[] =>
  acts.filter(({ action }) => action === 'raise-problem').map(({ form }) => textOf(form.what));

export function itemName(acts: readonly Told[], id: string): string {
  const planned = plannedItems(acts)[Number(id) - 1];
  return planned ? `${areaLabel(planned.area)}：${planned.item}` : `第${id}项`;
}
