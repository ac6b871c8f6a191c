import { z } from 'zod';

/** The same schema with everything in it optional and every list allowed to be empty. */
export function lenient(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return lenient(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodArray) return z.array(lenient(schema.element as z.ZodType)).max(2_000);
  if (!(schema instanceof z.ZodObject)) return z.union([schema, z.literal('')]);
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
  return z.strictObject(Object.fromEntries(shape.map(([name, one]) => [name, lenient(one).optional()])));
}

/** Without empty texts, empty rows and what was left out. */
export function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([name, one]) => [name, withoutBlanks(one)] as const)
    .filter(([, one]) => one !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** What is missing by its name in brackets, lists that may not be empty with one such item, days with the given one. */
export function filled(schema: z.ZodType, value: unknown, day: string): unknown {
  if (schema instanceof z.ZodOptional)
    return value === undefined ? undefined : filled(schema.unwrap() as z.ZodType, value, day);
  if (schema instanceof z.ZodObject) {
    const given = (value ?? {}) as Record<string, unknown>;
    const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
    const entries = shape.map(([name, one]) => [name, filled(one, given[name], day)] as const);
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
  }
  if (schema instanceof z.ZodArray) {
    const items = Array.isArray(value) ? value : [];
    const element = schema.element as z.ZodType;
    const wanted = items.length === 0 && !schema.safeParse([]).success;
    return (wanted ? [undefined] : items).map((item) => filled(element, item, day));
  }
  if (schema.safeParse(value).success) return value;
  const { title = '', widget } = (schema.meta() ?? {}) as { title?: string; widget?: string };
  return widget === 'day' ? day : `〔${title}〕`;
}
