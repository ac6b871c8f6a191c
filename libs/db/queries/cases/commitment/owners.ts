import type { OwnerRole } from '#domain/kinds/commitment/state';
import type { Day } from '#domain/day';
import type { EntityManager } from '../../../orm.ts';
import { sql, texts, uuids } from '../../../sql.ts';

/** In which office each sort of organisation answers. */
const roles: Record<string, OwnerRole> = {
  hospital: 'liaison',
  department: 'department',
  section: 'section-head',
};
const current = (today: Day) => sql`(o.disabled_on is null or o.disabled_on > ${today}::date)`;

/** Organisations that may be given a commitment. */
export const ownerOptions = (
  em: EntityManager,
  today: Day,
  kinds: readonly string[] = Object.keys(roles),
): Promise<{ value: string; label: string }[]> =>
  em.execute(sql`
    select o.id "value", o.name label from org o
     where o.kind = any(${texts(kinds)}) and ${current(today)}
     order by array_position(array['hospital', 'department', 'section'], o.kind), o.sort, o.id limit 2000`);

/** The office of each; one that may not be given any is left out. */
export async function ownerRolesOf(
  em: EntityManager,
  today: Day,
  ids: readonly string[],
): Promise<Map<string, OwnerRole>> {
  const rows = await em.execute<{ id: string; kind: string }[]>(
    sql`select o.id, o.kind from org o where o.id = any(${uuids(ids)}) and ${current(today)}`,
  );
  return new Map(
    rows.flatMap(({ id, kind }) => (roles[kind] ? [[id, roles[kind]] as [string, OwnerRole]] : [])),
  );
}
