import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '#db/migrate';
import { openOrm } from '#db/orm';
import type { MikroORM } from '#db/orm';
import { freshDatabase } from '#tests/harness/databases';

let url: string;
let orm: MikroORM;
beforeAll(async () => {
  url = await freshDatabase();
  orm = await openOrm(url, { poolSize: 2 });
});
afterAll(() => orm.close(true));

/** Entities can't express functions, triggers and some indexes: the migrations alone hold these. */
const indexes = `
select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
where i.indpred is not null or i.indexprs is not null or m.amname <> 'btree' or i.indnatts > i.indnkeyatts`;

async function beyondEntities(): Promise<Set<string>> {
  const rows = await orm.em.fork().execute<{ name: string }[]>(indexes);
  return new Set(rows.map((row) => `drop index "${row.name}";`));
}

test('the migrated schema is what the entities say', async () => {
  const expectedOnly = await beyondEntities();
  const statements = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split('\n');
  const differing = statements.filter(
    (line) => line !== '' && !expectedOnly.has(line) && !/^drop (trigger|function) /.test(line),
  );
  expect(differing).toEqual([]);
});

test('several processes may migrate at once', async () => {
  await orm.em.fork().execute('drop schema public cascade; create schema public');
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const rows = await orm.em
    .fork()
    .execute<{ name: string; count: string }[]>(
      'select name, count(*) from migration group by name having count(*) > 1',
    );
  expect(rows).toEqual([]);
});

test('the log can be written and read, never changed', async () => {
  const em = orm.em.fork();
  await em.execute(
    `insert into log_entry (id, at, kind, detail) values (gen_random_uuid(), '2026-01-01Z', 'refused', '')`,
  );
  await expect(em.execute(`update log_entry set detail = 'x'`)).rejects.toThrow('append-only');
  await expect(em.execute('delete from log_entry')).rejects.toThrow('append-only');
  await expect(em.execute('truncate log_entry')).rejects.toThrow('append-only');
});
