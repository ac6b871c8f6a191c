import { expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { openOrm } from '#db/orm';
import { freshDatabase } from './databases.ts';
import { temporalAddress, timeSkippingEnvironment } from './temporal.ts';

test('a fresh database is migrated and nobody else writes in it', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  expect(one).not.toBe(other);
  const orm = await openOrm(one, { poolSize: 1 });
  const rows = await orm.em.getConnection().execute<{ count: string }[]>('SELECT count(*) FROM migration');
  await orm.close(true);
  expect(Number(rows[0]?.count)).toBeGreaterThan(0);
});

test('the dev server of the run answers', async () => {
  const connection = await Connection.connect({ address: temporalAddress() });
  await connection.workflowService.getSystemInfo({});
  await connection.close();
});

test('thirty days pass on the time-skipping server without waiting', async () => {
  const environment = await timeSkippingEnvironment();
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('30 days');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
  } finally {
    await environment.teardown();
  }
});
