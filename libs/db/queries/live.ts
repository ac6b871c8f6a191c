import type { EntityManager } from '../orm.ts';
import { sql, uuids } from '../sql.ts';

/** The organisations that take part in each of the cases: what decides who outside the bureau is told of them. */
export async function partiesOf(
  em: EntityManager,
  caseIds: readonly string[],
): Promise<Map<string, string[]>> {
  const parties = new Map<string, string[]>(caseIds.map((id) => [id, []]));
  if (caseIds.length === 0) return parties;
  const rows = await em.execute<{ case_id: string; org_id: string }[]>(
    sql`select case_id, org_id from case_party where case_id = any(${uuids(caseIds)})`,
  );
  for (const { case_id, org_id } of rows) parties.get(case_id)?.push(org_id);
  return parties;
}
