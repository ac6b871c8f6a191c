import type { EntityManager } from '../../orm.ts';
import { sql, uuids } from '../../sql.ts';

export type NameOf = (id: string | null | undefined) => string | null;

const named = (rows: readonly { id: string; name: string }[]): NameOf => {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id ? (names.get(id) ?? null) : null);
};
/** Ids out of old forms may be anything. */
const looksLikeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && looksLikeId.test(id))),
];

export async function orgNames(
  em: EntityManager,
  ids: readonly (string | null | undefined)[],
): Promise<NameOf> {
  if (known(ids).length === 0) return () => null;
  return named(await em.execute(sql`select id, name from org where id = any(${uuids(known(ids))})`));
}

export async function personNames(
  em: EntityManager,
  ids: readonly (string | null | undefined)[],
): Promise<NameOf> {
  if (known(ids).length === 0) return () => null;
  return named(await em.execute(sql`select id, name from person where id = any(${uuids(known(ids))})`));
}

/** Who acted, and where he did it as a deputy for whom: 王五（代李四）. */
export function bothNames(
  nameOf: NameOf,
  { personId, forPersonId }: { personId: string | null; forPersonId?: string | null },
): string | null {
  const absent = nameOf(forPersonId);
  return absent ? `${nameOf(personId) ?? ''}（代${absent}）` : nameOf(personId);
}
