import { isDay } from '../day.ts';

export type FieldKind = 'text' | 'day' | 'number' | 'flag' | 'list' | 'group';
export interface Field {
  kind: FieldKind;
  /** Its value in the example. */
  sample: string;
}

/** What a paper offers to its template, by path: `party.name`, of each piece of a list `demands[].text`. */
export function fieldsOf(fields: Record<string, unknown>): Map<string, Field> {
  const found = new Map<string, Field>();
  for (const [name, value] of Object.entries(fields)) collect(name, value, found);
  return found;
}

function collect(path: string, value: unknown, found: Map<string, Field>): void {
  if (value === undefined || value === null) return;
  const known = found.get(path);
  if (!known || known.sample === '') found.set(path, { kind: kindOf(value), sample: sampleOf(value) });
  if (Array.isArray(value)) {
    found.set(`${path}.length`, { kind: 'number', sample: String(value.length) });
    for (const item of value) collect(`${path}[]`, item, found);
  } else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) collect(`${path}.${name}`, inner, found);
  }
}

function kindOf(value: unknown): FieldKind {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'group';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return 'number';
  return isDay(String(value)) ? 'day' : 'text';
}

function sampleOf(value: unknown): string {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value.join('、') : '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? '' : String(value);
}
