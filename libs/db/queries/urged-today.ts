import type { CaseState } from '#domain/case';
import { shanghaiDay, startOfDay, type Instant } from '#domain/day';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';

/** Of these todos the ones whose office was urged by hand on the same day before this moment, in whichever case. */
export async function urgedToday(
  em: EntityManager,
  { todos }: CaseState,
  keys: readonly string[],
  before: Instant,
): Promise<string[]> {
  const urged: string[] = [];
  for (const key of keys) {
    const office = todos[key]?.office;
    if (!office) continue;
    const orgId = 'orgId' in office ? office.orgId : null;
    const rows = await em.execute<unknown[]>(sql`
      select 1 from message m
       where m.code = 'urge' and m.role = ${office.role} and m.org_id is not distinct from ${orgId}::uuid
         and m.at >= ${startOfDay(shanghaiDay(before))}::timestamptz and m.at < ${before}::timestamptz limit 1`);
    if (rows.length > 0) urged.push(key);
  }
  return urged;
}
