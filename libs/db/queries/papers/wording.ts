import type { Day } from '#domain/day';
import type { EntityManager } from '../../orm.ts';

export interface WordingInForce {
  version: number;
  /** Absent where the shipped wording holds again. */
  source?: string;
}

/** The bureau's own wording of a paper on a day; without any, the shipped one holds. Of two for one day the later approved. */
export async function wordingOn(
  em: EntityManager,
  code: string,
  day: Day,
): Promise<WordingInForce | undefined> {
  const [row] = await em.execute<{ version: number; source: string | null }[]>(
    `select version, source from wording where code = ? and from_day <= ?::date
      order by from_day desc, version desc limit 1`,
    [code, day],
  );
  return row && { version: row.version, ...(row.source === null ? {} : { source: row.source }) };
}

/** The sources of all versions of the bureau, by `paper/version`. */
export async function ownWordings(em: EntityManager): Promise<Map<string, string>> {
  const rows = await em.execute<{ code: string; version: number; source: string }[]>(
    'select code, version, source from wording where source is not null',
  );
  return new Map(rows.map(({ code, version, source }) => [`${code}/${version}`, source]));
}
