import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Draft } from '#db/entities/draft';
import { Message } from '#db/entities/message';
import { Person } from '#db/entities/person';
import { newId } from '#db/id';
import { openOrm } from '#db/orm';
import type { MikroORM } from '#db/orm';
import { freshDatabase } from '#tests/harness/databases';

let orm: MikroORM;
beforeAll(async () => {
  orm = await openOrm(await freshDatabase(), { poolSize: 1 });
  await orm.em.fork().execute('drop schema public cascade; create schema public');
  await orm.migrator.up({ to: '0016-rules' });
});
afterAll(() => orm.close(true));

const at = '2026-11-23T01:00:00.000Z';

test('what was proposed and told before there was one flow of drafts is carried over as it stood', async () => {
  const em = orm.em.fork();
  const [person, year, rows] = [newId(), newId(), newId()];
  await em.insert(Person, { id: person, name: '蒋志强', createdAt: at });
  await em.execute(
    `insert into calendar_draft (id, year, days, source, text, reading, status, version, based_on, person_id, at, changed_at,
            decided_by_id, decided_at, reason, published_as)
     values (?, 2027, '{"2027-01-01": {"kind": "holiday", "name": "元旦"}}', '逐日录入', null, null, 'published', 3, 'cn-2026',
            ?, ?, ?, ?, ?, null, 'cn-2027')`,
    [year, person, at, at, person, at],
  );
  await em.execute(
    `insert into rule_draft (id, table_code, given, status, version, based_on, person_id, at, changed_at, reason)
     values (?, 'rung', '{"table": "rung", "rows": []}', 'returned', 3, 2, ?, ?, ?, '缺文号')`,
    [rows, person, at, at],
  );
  await em.insert(Message, {
    ...{ id: newId(), key: 'one', at, personId: person, code: 'calendar-returned' },
    params: { year: 2027, by: '沈月华', draft: year },
  });
  await orm.migrator.up();
  const found = await em.find(Draft, {}, { orderBy: { sort: 'asc' } });
  expect(found).toMatchObject([
    {
      ...{
        id: year,
        sort: 'calendar',
        status: 'published',
        version: 3,
        basedOn: 'cn-2026',
        became: 'cn-2027',
      },
      content: { year: 2027, days: { '2027-01-01': { kind: 'holiday', name: '元旦' } }, source: '逐日录入' },
    },
    {
      ...{ id: rows, sort: 'rules', status: 'returned', basedOn: '2', became: null, reason: '缺文号' },
      content: { table: 'rung', rows: [] },
    },
  ]);
  expect(await em.findOne(Message, { key: 'one' })).toMatchObject({ params: { subject: '2027年工作日历' } });
});
