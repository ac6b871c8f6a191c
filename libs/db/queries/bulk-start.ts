import { instantFromDatabase } from '../columns.ts';
import type { Instant } from '#domain/day';
import type { EntityManager } from '../orm.ts';
import { sql, texts } from '../sql.ts';

/**
 * When a bulk began: now, or when the first of its acts came to stand, where it is sent again because its answer was
 * lost. What its own acts did since then is not held against the others.
 */
export async function bulkStart(
  em: EntityManager,
  actIds: readonly string[],
  now: Instant,
): Promise<Instant> {
  const [row] = await em.execute<{ at: string | null }[]>(
    sql`select min(at) at from case_event where act_id = any(${texts(actIds)})`,
  );
  const first = row?.at ? instantFromDatabase(row.at) : now;
  return first < now ? first : now;
}
