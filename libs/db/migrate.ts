import { openOrm } from './orm.ts';

/** Any number that nothing else on this database locks. */
const migrationLock = 7_001_704;

/** Brings the database to the newest schema. Safe when several processes start at once: the second waits, then finds nothing to do. */
export async function migrate(databaseUrl: string): Promise<void> {
  const orm = await openOrm(databaseUrl, { poolSize: 3 });
  try {
    await orm.em.fork().transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(?)', [migrationLock]);
      await orm.migrator.up();
    });
  } finally {
    await orm.close(true);
  }
}
