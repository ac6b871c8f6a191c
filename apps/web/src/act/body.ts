import type { Field } from './schema.ts';

export type Values = Record<string, unknown>;

export interface FileValue {
  id: string;
  name: string;
  size: number;
  /** Not with the server yet, or refused by it: nothing can be sent with such a file. */
  unfinished?: 'going' | 'failed';
}

/** What goes to the API: empty answers left out, files as their ids. */
export function bodyOf(fields: readonly Field[], values: Values): Values {
  const entries = fields.map((field) => [field.name, answerOf(field, values[field.name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function answerOf(field: Field, value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (value === null || value === undefined) return undefined;
  if (field.widget === 'files') return (value as FileValue[]).map(({ id }) => id);
  if (field.widget === 'lines') return (value as string[]).map((line) => line.trim()).filter(Boolean);
  if (field.widget !== 'rows') return value;
  if (!Array.isArray(value)) return bodyOf(field.parts, value as Values);
  return value.map((row) => bodyOf(field.parts, row as Values)).filter((row) => Object.keys(row).length > 0);
}

/** `contacts.0.name` → the path that the form knows. */
export const pathOf = (field: string): (string | number)[] =>
  field
    .replace(/^form\./, '')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** A todo's key is step/round. The field that offers this todo, or the piece that its round names, begins with it. */
export function pieceOf(fields: readonly Field[], todoKey: string | undefined): Values {
  if (!todoKey) return {};
  const [step] = todoKey.split(':');
  const round = (step ?? '').slice(todoKey.indexOf('/') + 1);
  const wanted = [todoKey, step, round, round.split('.')[0]];
  const found = fields.flatMap((field) => {
    const choice = field.choices.find(({ value }) => wanted.includes(value));
    return choice ? [[field.name, field.grows ? [choice.value] : choice.value] as const] : [];
  });
  return Object.fromEntries(found);
}
