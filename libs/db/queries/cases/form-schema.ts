import { z } from 'zod';
import { openAction } from '#domain/procedure';
import { kindOf } from '#domain/kinds/index';
import { issue } from '#domain/kinds/commitment/forms';
import { draft } from '#domain/kinds/dispatch/forms';
import { arrange } from '#domain/kinds/on-site-check/forms';
import { launch } from '#domain/kinds/campaign/forms';

/** A field as the JSON schema of a form tells it, with the look that its meta gave it. */
export interface Field {
  title?: string;
  widget?: string;
  type?: string;
  options?: { value: string; label: string }[];
  properties?: Record<string, Field>;
  items?: Field;
  [key: string]: unknown;
}

/** What is filled in to open a case by hand. */
const openings: Record<string, z.ZodType> = {
  campaign: launch,
  commitment: issue,
  'on-site-check': arrange,
  dispatch: draft,
};
const kept = new Map<string, Field>();

/** The form of an action as JSON schema; undefined where nothing is filled in. */
export function formSchema(kind: string, action: string): Field | undefined {
  const key = `${kind}/${action}`;
  const form = action === openAction ? openings[kind] : kindOf(kind).actions[action]?.form;
  if (!form) return undefined;
  const known = kept.get(key);
  if (known) return known;
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Field;
  kept.set(key, schema);
  return schema;
}
