import type { EntityManager } from '@mikro-orm/postgresql';

/** Names of organisations by id. */
export async function orgNames(em: EntityManager, ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await em.execute<{ id: string; name: string }[]>(
    'select id, name from org where id in (select (jsonb_array_elements_text(?::jsonb))::uuid)',
    [JSON.stringify(ids)],
  );
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => names.get(id) ?? '';
}

/** The bureau that issues: the root of the tree of organisations. */
export async function bureauName(em: EntityManager): Promise<string> {
  const [row] = await em.execute<{ name: string }[]>(
    `select name from org where kind = 'bureau' and disabled_on is null order by parent_id nulls first, sort, name limit 1`,
  );
  if (!row) throw new Error('there is no bureau to issue papers');
  return row.name;
}

/** The form that was handed in with the last act of this name in a case, by the given organisation if one is named. */
export async function lastForm(
  em: EntityManager,
  caseId: string,
  action: string,
  { orgId, upToSeq }: { orgId?: string; upToSeq?: number } = {},
): Promise<Record<string, unknown> | undefined> {
  const [row] = await em.execute<{ form: Record<string, unknown> }[]>(
    `select form from case_event join submission using (act_id)
      where case_event.case_id = ? and case_event.action = ? and case_event.seq <= ?
        and (?::uuid is null or case_event.org_id = ?::uuid)
      order by seq desc limit 1`,
    [caseId, action, upToSeq ?? 2_147_483_647, orgId ?? null, orgId ?? null],
  );
  return row?.form;
}
