import type { TimelineEntry } from '#contracts/timeline';
import type { Field } from './form-schema.ts';

/** Labels of values that only the case knows: field → value → label; null leaves out a number that says nothing. */
export type Labels = Record<string, ((value: string) => string | null | undefined) | null>;

/** The filled form as it was given, each answer under its own title; files are listed beside. */
export function answersOf(
  schema: Field | undefined,
  form: Record<string, unknown>,
  labels: Labels,
): TimelineEntry['answers'] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const value = form[name];
    if (field.widget === 'files' || field.widget === 'hidden' || isBlank(value)) return [];
    const label = labels[name];
    if (label === null) return [];
    return [{ label: field.title ?? name, value: said(field, value, label) }];
  });
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function said(field: Field, value: unknown, label?: NonNullable<Labels[string]>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return label?.(value) ?? optionLabel(field, value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return list(field, value, label);
  if (typeof value === 'object' && value !== null) return row(field, value as Record<string, unknown>);
  return '';
}

const optionLabel = (field: Field, value: string): string =>
  field.options?.find((option) => option.value === value)?.label ?? value;

/** Chosen codes stand in one line, rows each in their own; options of a list stand at the list itself. */
function list(field: Field, values: readonly unknown[], label?: NonNullable<Labels[string]>): string {
  const items = { ...field.items, ...(field.options ? { options: field.options } : {}) };
  const rows = values.some((value) => typeof value === 'object');
  return values.map((value) => said(items, value, label)).join(rows ? '\n' : '、');
}

/** In the order of the form; PostgreSQL keeps keys in one of its own. */
const row = (field: Field, values: Record<string, unknown>): string =>
  Object.entries(field.properties ?? {})
    .filter(([name, column]) => column.widget !== 'hidden' && !isBlank(values[name]))
    .map(([name, column]) => `${column.title ?? name}：${said(column, values[name])}`)
    .join('，');

/** Ids of files anywhere in a form: the fields that show files say so. */
export function fileIdsOf(schema: Field | undefined, form: Record<string, unknown>): string[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const value = form[name];
    if (field.widget !== 'files' || !Array.isArray(value)) return [];
    return value.filter((one): one is string => typeof one === 'string');
  });
}
