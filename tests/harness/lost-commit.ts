import type { MikroORM } from '#db/orm';
import { until } from './poll.ts';

const gate = 4711;

/** From now on every commit that adds to the table waits at its very end while somebody holds the gate. */
export async function gateCommits(orm: MikroORM, table = 'case_event'): Promise<void> {
  await orm.em.fork().execute(`
    create function wait_at_gate() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${gate}); return null; end $$;
    create constraint trigger gate after insert on ${table} deferrable initially deferred
      for each row execute function wait_at_gate()`);
}

/**
 * Runs `acts` until `count` of them wait with their COMMIT already sent, does `meanwhile` (kills the worker), then
 * lets PostgreSQL finish: the rows stand, and whoever wrote them never hears of it.
 */
export async function commitUnheard(
  orm: MikroORM,
  count: number,
  acts: () => void,
  meanwhile: () => Promise<void>,
  table = 'case_event',
): Promise<void> {
  const rows = async () =>
    (await orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;
  const before = await rows();
  await orm.em.fork().transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(${gate})`);
    acts();
    await until(async () => {
      const [row] = await orm.em
        .fork()
        .execute<{ n: number }[]>(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
        );
      return row?.n === count;
    });
    await meanwhile();
  });
  await until(async () => (await rows()) === before + count);
}
