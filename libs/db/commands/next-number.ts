import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * The next number of a series in a year, or the first of so many, in the caller's transaction: the row stays locked until it commits,
 * so numbers have no gaps and are never given twice.
 */
export async function nextNumber(
  em: EntityManager,
  series: string,
  year: number,
  count = 1,
): Promise<number> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into number_series (series, year, last) values (?, ?, ?)
     on conflict (series, year) do update set last = number_series.last + excluded.last
     returning last`,
    [series, year, count],
  );
  if (!row) throw new Error(`no number in series ${series}`);
  return row.last - count + 1;
}
