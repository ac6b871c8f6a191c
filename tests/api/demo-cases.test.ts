import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v5 } from 'uuid';
import { testClock } from '#config/clock';
import { openOrm, type MikroORM } from '#db/orm';
import { noticesToRender, noticeToRender } from '#db/queries/papers/notice-to-render';
import { loadDemo } from '#db/seed/demo';
import { loadDemoCases } from '#db/seed/cases/load-demo-cases';
import { at } from '#domain/day';
import { pairing } from '#domain/kinds/pairing/kind';
import { composeNotice } from '#render/paper';
import { freshDatabase } from '#tests/harness/databases';
import { numbersThatFail } from '#tests/harness/series';

const config = { environment: 'test', clock: testClock(at('2026-11-22', '10:00')) } as const;
let orm: MikroORM;
beforeAll(async () => {
  orm = await openOrm(await freshDatabase(), { poolSize: 1 });
  await loadDemo(orm.em.fork(), config);
  expect(await loadDemoCases(orm.em.fork(), config)).toBe(true);
});
afterAll(() => orm.close(true));

const rows = <T extends object>(statement: string) => orm.em.fork().execute<T[]>(statement);
const count = async (statement: string) => (await rows<{ count: number }>(statement))[0]?.count;

test('every stage of a pair is to be seen, and every state of a campaign before it runs', async () => {
  const stages = await rows<{ kind: string; stage: string }>('select distinct kind, stage from case_file');
  const of = (kind: string) => stages.filter((row) => row.kind === kind).map(({ stage }) => stage);
  expect(of('pairing').sort()).toEqual(Object.keys(pairing.stages).sort());
  expect(of('campaign').sort()).toEqual(['revising', 'running', 'signing']);
});

test('the 17 pairs of the list are members, and the three that replaced a pilot beside them', async () => {
  const members = await rows<{ id: string; campaign_id: string; opened: string }>(
    `select c.id, c.campaign_id, e.act_id as opened from case_file c join case_event e on e.case_id = c.id and e.seq = 1
      where c.kind = 'pairing'`,
  );
  const campaign = members[0]?.campaign_id ?? '';
  const byRow = Array.from({ length: 17 }, (_, row) => v5(String(row + 1), campaign));
  const ids = members.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(byRow));
  expect(ids).toHaveLength(20);
  expect(members.every(({ id, opened }) => opened === `${id}:open`)).toBe(true);
  expect(
    await count(`select count(*)::int from pair_list_row where problems <> '[]'::jsonb or pilot_id is null`),
  ).toBe(0);
});

test('the worker finds only papers to set and to deliver', async () => {
  const undone = await rows<{ type: string }>(
    'select distinct type from effect where done_at is null order by type',
  );
  expect(undone).toEqual([{ type: 'deliverNotice' }, { type: 'issueNotice' }]);
  expect(
    await count(`select count(*)::int from effect where type = 'openCases' and done_at is not null`),
  ).toBe(1);
});

test('every paper that waits for the worker can be worded', async () => {
  const refs = await rows<{ caseId: string; seq: number; index: number }>(
    `select case_id "caseId", seq, idx "index" from effect where done_at is null and type = 'issueNotice'`,
  );
  const em = orm.em.fork();
  for (const ref of refs) {
    const [id = ''] = await noticesToRender(em, ref);
    const notice = await noticeToRender(em, id);
    expect(notice?.content && composeNotice(notice.code, notice.content)).toBeDefined();
  }
  expect(refs.length).toBeGreaterThan(15);
});

test('cases and papers are numbered without a gap, as the rules write their numbers', async () => {
  expect(await numbersThatFail(orm.em.fork())).toEqual([]);
  await orm.em.fork().execute(`update number_series set last = last + 1 where series = 'case:pairing'`);
  expect(await numbersThatFail(orm.em.fork())).toEqual([
    expect.stringMatching(/^case:pairing 20\d\d: 20 of 21$/),
  ]);
});

test('every open todo has its deadline, and its row is what the state says', async () => {
  expect(await count('select count(*)::int from todo where closed_at is null and deadline is null')).toBe(0);
  const differing = `select count(*)::int from case_file c
    where (select count(*) from todo t where t.case_id = c.id and t.closed_at is null)
          <> (select count(*) from jsonb_object_keys(c.state -> 'todos'))`;
  expect(await count(differing)).toBe(0);
});

test('one who has not confirmed in time was reminded, and the head of the section and the leader were told', async () => {
  const told = await rows<{ code: string; role: string }>(
    `select distinct m.code, m.role from message m join case_file c on c.id = m.case_id
      where c.stage = 'confirming' and m.params ->> 'todo' = 'confirm/assisted'`,
  );
  expect(told).toEqual(
    expect.arrayContaining([
      { code: 'reminder', role: 'liaison' },
      { code: 'escalation', role: 'section-head' },
      { code: 'escalation', role: 'leader' },
    ]),
  );
});

test('every act of a person has its form, and nobody acted in the future or before the pair began', async () => {
  expect(
    await count(
      `select count(*)::int from case_event e left join submission s using (act_id) where e.person_id is not null and s.act_id is null`,
    ),
  ).toBe(0);
  expect(await count(`select count(*)::int from case_event where at > '2026-11-22T02:00:00Z'`)).toBe(0);
  expect(
    await count(
      `select count(*)::int from case_event e join case_event f on f.case_id = e.case_id and f.seq = e.seq + 1 where f.at < e.at`,
    ),
  ).toBe(0);
});

test('loading it again changes nothing', async () => {
  const state = () => rows('select id, seq, state::text from case_file order by id');
  const before = await state();
  expect(await loadDemoCases(orm.em.fork(), { ...config, clock: testClock(at('2026-12-01', '10:00')) })).toBe(
    false,
  );
  expect(await state()).toEqual(before);
});

test('production refuses it', async () => {
  await expect(loadDemoCases(orm.em.fork(), { ...config, environment: 'production' })).rejects.toThrow(
    '生产环境',
  );
});
