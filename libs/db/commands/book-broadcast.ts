import type { Clock } from '#config/clock';
import type { EntityManager } from '../orm.ts';
import { uuids, sql } from '../sql.ts';

/** The newest published version, if not every open case has been told of it. Older ones have been overtaken by it. */
export async function untoldVersion(em: EntityManager): Promise<string | undefined> {
  const [row] = await em.execute<{ version: string; broadcast_at: string | null }[]>(
    'select version, broadcast_at from rule_book order by at desc, version desc limit 1',
  );
  return row && row.broadcast_at === null ? row.version : undefined;
}

/** Open cases in the order of their ids. */
export async function openCasesAfter(em: EntityManager, after: string, limit: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    'select id from case_file where closed_at is null and id > ? order by id limit ?',
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Cases that opened while others were told, with the book that was in force a moment before. */
export async function stragglers(em: EntityManager, version: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from case_file where closed_at is null and state->>'bookVersion' <> ? order by id limit 1000`,
    [version],
  );
  return rows.map(({ id }) => id);
}

/** Those of the cases that have not taken the version in yet. */
export async function behind(
  em: EntityManager,
  caseIds: readonly string[],
  version: string,
): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    sql`select count(*)::int as count from case_file
         where id = any(${uuids(caseIds)}) and closed_at is null and state->>'bookVersion' <> ${version}`,
  );
  return row?.count ?? 0;
}

export const markTold = (em: EntityManager, version: string, told: number) =>
  em.execute('update rule_book set told = ? where version = ? and told < ?', [told, version, told]);

export const markBroadcast = (em: EntityManager, clock: Clock, version: string) =>
  em.execute('update rule_book set broadcast_at = ? where version = ? and broadcast_at is null', [
    clock.now(),
    version,
  ]);
