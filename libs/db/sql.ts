import { sql } from '@mikro-orm/core';
import type { RawQueryFragment } from '@mikro-orm/core';

/** A piece of SQL with its values: `sql` takes both values and other pieces between its words. */
export { sql };
export type Sql = RawQueryFragment;

/** SQL that stands in our own code, never what somebody typed. */
export const words = (text: string): Sql => sql([text]);

export function joined(pieces: readonly Sql[], between: string): Sql {
  const [first, ...rest] = pieces;
  if (!first) throw new Error('nothing to join');
  return sql(['', ...rest.map(() => between), ''], first, ...rest);
}

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : joined(conditions, ' and ');

/** For `= any(…)`. */
export const uuids = (ids: readonly string[]): Sql => sql`${`{${ids.join(',')}}`}::uuid[]`;
export const texts = (values: readonly string[]): Sql =>
  values.length === 0
    ? sql`'{}'::text[]`
    : sql`array[${joined(
        values.map((value) => sql`${value}`),
        ', ',
      )}]`;
