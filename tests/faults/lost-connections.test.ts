import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOrm, type MikroORM } from '#db/orm';
import { freshDatabase } from '#tests/harness/databases';

let orm: MikroORM;
let other: MikroORM;
beforeAll(async () => {
  const url = await freshDatabase();
  [orm, other] = [await openOrm(url, { poolSize: 2 }), await openOrm(url, { poolSize: 1 })];
});
afterAll(() => Promise.all([orm.close(true), other.close(true)]));

/** A transaction whose connection goes while it is at work; the other one ends it from outside the transaction. */
async function broken(): Promise<void> {
  let begin: (pid: number) => void = () => undefined;
  let go: () => void = () => undefined;
  const began = new Promise<number>((resolve) => (begin = resolve));
  const gone = new Promise<void>((resolve) => (go = resolve));
  const work = orm.em.fork().transactional(async (em) => {
    const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
    begin(row?.pid ?? 0);
    await gone;
    await em.execute('select 1');
  });
  const failed = expect(work).rejects.toThrow();
  await other.em.fork().execute('select pg_terminate_backend(?)', [await began]);
  go();
  await failed;
}

test('connections that are lost within transactions are not missing afterwards', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    await Promise.all([broken(), broken()]);
    const answers = await Promise.all(
      [1, 2].map(() => orm.em.fork().transactional((em) => em.execute('select 1 as one'))),
    );
    expect(answers).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  }
}, 30_000);
