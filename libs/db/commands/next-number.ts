import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * The next number of a series in a year, in the caller's transaction: the row stays locked until it commits,
 * so numbers have no gaps and are never given twice.
 */
export async function nextNumber(em: EntityManager, series: string, year: number): Promise<number> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into number_series (series, year, last) values (?, ?, 1)
     on conflict (series, year) do update set last = number_series.last + 1
     returning last`,
    [series, year],
  );
  if (!row) throw new Error(`no number in series ${series}`);
  return row.last;
}
