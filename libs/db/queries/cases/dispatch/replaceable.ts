import { draftedCodes } from '#domain/kinds/dispatch/forms';
import type { EntityManager } from '../../../orm.ts';
import { sql, texts } from '../../../sql.ts';

const issued = sql`n.rendered_at is not null and n.voided_at is null`;

/** Issued papers that a later one may replace or correct, the newest first. */
export const replaceable = (em: EntityManager): Promise<{ value: string; label: string }[]> =>
  em.execute(sql`
    select n.id "value", concat_ws(' ', n.number, n.title) label from notice n
     where n.code = any(${texts(draftedCodes)}) and ${issued} order by n.issued_at desc, n.id limit 500`);

export async function isReplaceable(em: EntityManager, id: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    sql`select 1 from notice n where n.id = ${id}::uuid and n.code = any(${texts(draftedCodes)}) and ${issued}`,
  );
  return rows.length > 0;
}
