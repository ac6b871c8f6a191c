/** The form of an action as the API sends it: JSON schema with a title and a widget for each field. */
export interface Choice {
  value: string;
  label: string;
}

export interface Field {
  name: string;
  title: string;
  widget: string;
  required: boolean;
  help?: string;
  example?: string;
  lines: number;
  choices: Choice[];
  /** Longest text, most rows or files. */
  most?: number;
  fewest?: number;
  from?: number;
  to?: number;
  integer: boolean;
  pattern?: string;
  /** Asked only where another answer is this one. */
  when?: { field: string; is: string | string[] };
  /** A single tick: yes or no. */
  tick: boolean;
  mustTick: boolean;
  /** Of rows: the cells; of a group of numbers: the numbers. */
  parts: Field[];
  /** Rows that grow, as opposed to a fixed group of fields. */
  grows: boolean;
}

type Json = Record<string, unknown>;
export type Options = Record<string, Choice[]>;

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
/** zod writes the bounds of safe integers where no bound was given. */
const bound = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

export function fieldsOf(schema: Json, options: Options, path = ''): Field[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(object(schema['properties']))
    .map(([name, property]) => fieldOf(name, object(property), required.includes(name), options, path))
    .filter((field) => field.widget !== 'hidden');
}

function fieldOf(name: string, property: Json, required: boolean, options: Options, path: string): Field {
  const full = path ? `${path}.${name}` : name;
  const widget = text(property['widget']) ?? 'text';
  const tick = property['type'] === 'boolean' || typeof property['const'] === 'boolean';
  const grows = property['type'] === 'array';
  return {
    name,
    title: text(property['title']) ?? name,
    widget,
    required: required && !(grows && (number(property['minItems']) ?? 0) === 0),
    help: text(property['description']),
    example: text(property['example']),
    lines: number(property['rows']) ?? 4,
    choices: choicesOf(property, options[full] ?? options[name]),
    most: number(property['maxLength']) ?? number(property['maxItems']),
    fewest: number(property['minItems']),
    from: bound(property['minimum']),
    to: bound(property['maximum']),
    integer: property['type'] === 'integer',
    pattern: text(property['pattern']),
    tick,
    mustTick: property['const'] === true,
    when: property['when'] as Field['when'],
    parts: widget === 'rows' ? partsOf(property, options, full) : [],
    grows,
  };
}

function partsOf(property: Json, options: Options, path: string): Field[] {
  const parts = fieldsOf(object(property['items'] ?? property), options, path);
  const wanted = options[path];
  return wanted ? parts.filter((part) => wanted.some(({ value }) => value === part.name)) : parts;
}

function choicesOf(property: Json, ofCase: Choice[] | undefined): Choice[] {
  if (ofCase) return ofCase;
  return Array.isArray(property['options']) ? (property['options'] as Choice[]) : [];
}
