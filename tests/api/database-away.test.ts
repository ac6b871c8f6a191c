import { expect, test } from '@jest/globals';
import { problemOf } from '#api/problem/problem-of';
import { freePorts } from '#cli/start/ports';
import { openOrm } from '#db/orm';
import { freshDatabase } from '#tests/harness/databases';

const problemAfter = (asked: Promise<unknown>) => asked.then(() => undefined, problemOf);
const unavailable = { status: 503, type: 'unavailable' };

test('a database that is not there is told as a passing trouble, not as a fault', async () => {
  const [port] = await freePorts(1);
  const orm = await openOrm(`postgresql://duxing@127.0.0.1:${port}/duxing`, { poolSize: 1 });
  expect(await problemAfter(orm.em.fork().execute('select 1'))).toMatchObject(unavailable);
  await orm.close(true);
});

test('so is one that goes away in the middle of a question', async () => {
  const orm = await openOrm(await freshDatabase(), { poolSize: 1 });
  expect(await problemAfter(orm.em.fork().execute('select nothing'))).toMatchObject({ status: 500 });
  const killed = orm.em.fork().execute('select pg_terminate_backend(pg_backend_pid())');
  expect(await problemAfter(killed)).toMatchObject(unavailable);
  await orm.close(true);
});
