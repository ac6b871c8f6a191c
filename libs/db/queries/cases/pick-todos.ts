import type { Actor } from '#domain/actor';
import { all, joined, sql, words } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { addressedTo, forHolder, heldOffices } from './offices.ts';
import { seesOffice } from './visible.ts';
import type { Sight } from './visible.ts';

/** As the indexes have it: what has no due day comes last. */
export const dueOrder = words(`coalesce(t.due, 'infinity'::date)`);

export interface TodoReader {
  actor: Actor;
  sight: Sight;
}

export interface Asked {
  conditions: readonly Sql[];
  limit: number;
}

/** Each office is read in its own order; ids are picked from an index alone before a row is read. */
function ofOffices({ actor, sight }: TodoReader, branch: (address: Sql) => Sql): Sql {
  const offices = heldOffices(actor).filter((office) =>
    seesOffice(sight, 'orgId' in office ? office.orgId : undefined),
  );
  const addresses = offices.map((office) => sql`${addressedTo(office)} and ${forHolder(office)}`);
  if (addresses.length === 0) addresses.push(sql`false`);
  return joined(addresses.map(branch), ' union all ');
}

/** The first open todos of a person's offices in the order of their due days. */
export const mineSql = (reader: TodoReader, { conditions, limit }: Asked): Sql =>
  ofOffices(
    reader,
    (address) => sql`(select t.id, ${dueOrder} as at from todo t
      where ${address} and t.closed_at is null and ${all(conditions)}
      order by ${dueOrder}, t.id limit ${limit})`,
  );

/** What his offices have done, the latest first. */
export const doneSql = (reader: TodoReader, { conditions, limit }: Asked): Sql =>
  ofOffices(
    reader,
    (address) => sql`(select t.id, t.closed_at as at from todo t
      where ${address} and t.outcome = 'done' and ${all(conditions)}
      order by t.closed_at desc, t.id desc limit ${limit})`,
  );
