import type { Actor } from '#domain/actor';
import type { Role } from '#domain/role';
import { all, joined, sql, texts, uuids } from '../../sql.ts';
import type { Sql } from '../../sql.ts';

/** An office as todos are addressed to it; `bureau`: the role anywhere in the bureau. */
export type HeldOffice = ({ orgId: string; role: Role } | { bureau: true; role: Role }) & {
  /** Whose todos there are his too: his own, and those of the absent for whom he holds it. */
  holders: string[];
};

/** Each on its own: `or` between them would keep PostgreSQL from reading either in order. */
export function heldOffices(actor: Actor): HeldOffice[] {
  const held = new Map<string, HeldOffice>();
  const hold = (key: string, office: HeldOffice, actingFor?: string) => {
    const { holders } = held.get(key) ?? office;
    held.set(key, { ...office, holders: actingFor ? [...holders, actingFor] : holders });
  };
  for (const { orgId, role, orgKind, actingFor } of actor.posts) {
    const holders = [actor.personId];
    hold(`${orgId}/${role}`, { orgId, role, holders }, actingFor);
    if (orgKind === 'bureau' || orgKind === 'section')
      hold(`/${role}`, { bureau: true, role, holders }, actingFor);
  }
  return [...held.values()];
}

export const addressedTo = (office: HeldOffice): Sql =>
  'orgId' in office
    ? sql`t.org_id = ${office.orgId}::uuid and t.role = ${office.role}`
    : sql`t.org_id is null and t.role = ${office.role}`;

/** A named holder keeps a todo to himself and, while he is away, to his deputy. */
export const forHolder = ({ holders }: HeldOffice): Sql =>
  sql`(t.holder_id is null or t.holder_id = any(${uuids(holders)}))`;

/** What is owed by others. */
export function notHeld(actor: Actor): Sql {
  const offices = heldOffices(actor);
  const bureau = offices.filter((office) => 'bureau' in office).map(({ role }) => role);
  const own = offices.flatMap((office) => ('orgId' in office ? [office] : []));
  const theirs = own.map(({ orgId, role }) => sql`(${orgId}::uuid, ${role})`);
  const conditions = [
    ...(bureau.length > 0 ? [sql`not (t.org_id is null and t.role = any(${texts(bureau)}))`] : []),
    ...(theirs.length > 0
      ? [sql`(t.org_id is null or (t.org_id, t.role) not in (${joined(theirs, ', ')}))`]
      : []),
  ];
  return all(conditions);
}
