import type { ActFormView } from '#contracts/case';
import { ProblemError } from '#contracts/problem';
import { formSchema } from '#db/queries/cases/form-schema';
import { addDays, addMonths, type Day } from '#domain/day';
import { launch, type LaunchForm } from '#domain/kinds/campaign/forms';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { openAction } from '#domain/procedure';
import { parseForm } from '#api/acts/read-form';
import { storable } from './read-pairs.ts';

/** The launch form with what most campaigns begin with: the six work areas and a term of one year. */
export const launchFormView = (today: Day): ActFormView => ({
  action: openAction,
  label: '发起结对批次',
  verb: '核对名单',
  consequences: ['先核对名单，确认发起之前不会发出任何通知。'],
  seq: 0,
  onBehalfOf: null,
  actingFor: null,
  schema: formSchema('campaign', openAction) ?? {},
  options: {},
  initial: {
    areas: coreAreas,
    allowSeveralHelpers: false,
    from: today,
    to: addDays(addMonths(today, 12), -1),
  },
  draft: null,
  draftBy: [],
});

const fieldProblem = (field: string, detail: string) =>
  new ProblemError(422, 'form', detail, [{ field, detail }]);

export function readLaunchForm(given: Record<string, unknown>): LaunchForm {
  const clean = Object.entries(given).map(([key, value]) => [
    key,
    typeof value === 'string' ? storable(value) : value,
  ]);
  const form = parseForm(launch, Object.fromEntries(clean)) as LaunchForm;
  if (form.to <= form.from) throw fieldProblem('to', '结对结束日应晚于开始日。');
  return { ...form, areas: [...new Set(form.areas)] };
}
