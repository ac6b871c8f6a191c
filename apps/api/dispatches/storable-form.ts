import { storable } from '#api/pair-lists/read-pairs';

/** PostgreSQL keeps neither NUL nor half a character, wherever in a form it stands. */
export const storableForm = (form: Record<string, unknown>): Record<string, unknown> =>
  cleaned(form) as Record<string, unknown>;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)]));
}
