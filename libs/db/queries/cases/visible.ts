import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { bureauRoles, hospitalRoles } from '#domain/role';
import type { Role } from '#domain/role';
import type { EntityManager } from '../../orm.ts';
import { sql, uuids } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { withBelow } from '../scope.ts';

/** Which cases a person may read: all of them, or those in which one of these organisations takes part. */
export type Sight = 'all' | readonly string[];

const outside: readonly Role[] = [...hospitalRoles, 'department'];

/** 三员 and evaluators hold their posts in the bureau and see no case for it. */
export async function sightOf(em: EntityManager, actor: Actor): Promise<Sight> {
  const supervises = actor.posts.some(
    ({ orgKind, role }) => (orgKind === 'bureau' || orgKind === 'section') && bureauRoles.includes(role),
  );
  if (supervises) return 'all';
  const own = actor.posts.filter(({ role }) => outside.includes(role)).map(({ orgId }) => orgId);
  return own.length === 0 ? [] : withBelow(em, [...new Set(own)]);
}

/** The one condition by which every query of cases keeps to what its reader may see (design.md, rule 4). */
export function seen(sight: Sight, caseId: Sql): Sql {
  if (sight === 'all') return sql`true`;
  if (sight.length === 0) return sql`false`;
  return sql`${caseId} in (select cp.case_id from case_party cp where cp.org_id = any(${uuids(sight)}))`;
}

/** A todo is seen by whoever holds its office, as long as that office sees cases at all. */
export const seesOffice = (sight: Sight, orgId: string | undefined): boolean =>
  sight === 'all' || (orgId !== undefined && sight.includes(orgId));

export async function sees(em: EntityManager, sight: Sight, caseId: string): Promise<boolean> {
  const where = sql`c.id = ${caseId} and ${seen(sight, sql`c.id`)}`;
  const rows = await em.execute<unknown[]>(sql`select 1 from case_file c where ${where}`);
  return rows.length > 0;
}

/** The same answer whether the case does not exist or is none of the reader's. */
export const noCase = () => notFound('没有这个事项，或您无权查看。');
