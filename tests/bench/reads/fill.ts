import type { MikroORM } from '#db/orm';
import { migrate } from '#db/migrate';
import { seedCalendar } from '#db/seed/calendar';
import { derive } from '#domain/deadline';
import { deadlines } from '#domain/kinds/pairing/deadlines';
import { coreAreas, itemsOf } from '#domain/kinds/pairing/areas';
import { ruleOn } from '#domain/rule';

export interface Size {
  cases: number;
  todos: number;
}

/** Made of the number alone, so that every part of the filling finds the same row again. */
const id = (table: string, number: string) =>
  `overlay(overlay(md5('${table}' || (${number})) placing '4' from 13) placing '8' from 17)::uuid`;
const hospitals = 300;
const pilots = 100;
const inspectors = 50;

const places =
  '顺义怀柔密云延庆平谷昌平房山门头沟通州大兴海淀丰台石景山朝阳东城西城宣武崇文安贞天坛地坛友谊同仁积水潭';

const people = `
insert into org (id, kind, parent_id, name, sort, created_at)
  values (${id('bureau', '0')}, 'bureau', null, '市医院管理局', 0, '2020-01-01Z');
insert into org (id, kind, parent_id, name, sort, created_at)
  select ${id('org', 'n')}, 'hospital', ${id('bureau', '0')},
    substr('${places}', 1 + n % ${places.length - 1}, 2) || (array['医院','人民医院','中医医院','妇幼保健院','第二医院','儿童医院'])[1 + n % 6] || n, n, '2020-01-01Z'
  from generate_series(1, ${hospitals}) n;
insert into person (id, name, created_at) select ${id('person', 'n')}, '人员' || n, '2020-01-01Z'
  from generate_series(1, ${inspectors + hospitals}) n;
insert into post (id, person_id, org_id, role, from_day, created_at)
  select ${id('post', 'n')}, ${id('person', 'n')}, ${id('bureau', '0')}, 'inspector', '2020-01-01', '2020-01-01Z'
  from generate_series(1, ${inspectors}) n;
`;

const campaignState = JSON.stringify({ memberKind: 'pairing', areas: coreAreas, rows: 499, opened: 499 });
const items = itemsOf(coreAreas).map((code, index) => ({
  ...{
    id: String(index + 1),
    area: code.split('.')[0],
    side: 'assisted',
    due: '2026-12-31',
    status: 'todo',
    round: 1,
  },
}));
const pairState = JSON.stringify({
  plan: { round: 1, items },
  problems: [],
  weeks: ['2026-11-16'],
  todos: {},
});

/** A pilot has 2,000 cases, another hospital half as many; every second case is open. */
const cases = (count: number) => `
insert into case_file (id, kind, procedure, number, title, stage, campaign_id, seq, state, opened_at, closed_at, changed_at, next_due)
  select ${id('case', 'n')}, case when n % 500 = 0 then 'campaign' else 'pairing' end, 1,
    '结对〔' || 2020 + n % 7 || '〕' || n || '号', p.name || '—' || a.name,
    case when n % 500 = 0 then 'running' when n % 2 = 0 then 'archived'
      else (array['confirming','forming','pledging','needs','planning','doing','doing','doing','doing','closing'])[1 + (n / 2) % 10] end,
    case when n % 500 <> 0 then ${id('case', '(n - n % 500)::text')} end, 5,
    case when n % 500 = 0 then '${campaignState}'::jsonb
      else '${pairState}'::jsonb || jsonb_build_object('pilotId', p.id, 'assistedId', a.id) end,
    at, case when n % 2 = 0 and n % 500 <> 0 then at + interval '90 days' end, at + interval '90 days',
    case when n % 2 = 1 then date '2026-09-01' + n % 200 end
  from (select n, timestamptz '2020-01-01Z' + n * interval '15 minutes' as at from generate_series(1, ${count}) n) s
  join org p on p.id = ${id('org', `1 + s.n % ${pilots}`)}
  join org a on a.id = ${id('org', `${pilots + 1} + (s.n / 7) % ${hospitals - pilots}`)};
insert into case_party (case_id, org_id, changed_at, open_stage)
  select c.id, o, c.changed_at, case when c.closed_at is null then c.kind || '/' || c.stage end
  from generate_series(1, ${count}) n join case_file c on c.id = ${id('case', 'n')},
    unnest(array[${id('org', `1 + n % ${pilots}`)}, ${id('org', `${pilots + 1} + (n / 7) % ${hospitals - pilots}`)}]) o
  where n % 500 <> 0;
insert into case_event (case_id, seq, act_id, action, person_id, org_id, at, stage, fields, effects, input_hash)
  select ${id('case', 'n')}, s, n || '/' || s, (array['open','confirm','submit-plan'])[s],
    case s when 1 then case when n % 500 = 0 then ${id('person', `1 + n / 500 % ${inspectors}`)} end
           when 2 then ${id('person', `1 + n % ${inspectors}`)}
           else ${id('person', `${inspectors} + 1 + n % ${hospitals}`)} end,
    null, timestamptz '2020-01-01Z' + n * interval '15 minutes', 'doing', '{}', '[]', ''
  from generate_series(1, ${count}) n, generate_series(1, 3) s;
insert into submission (act_id, case_id, action, form, hash, person_id, at)
  select n || '/3', ${id('case', 'n')}, 'submit-plan',
    jsonb_build_object('items', (select jsonb_agg(jsonb_build_object('area', 'medical', 'item', '第' || i || '项工作',
      'side', 'assisted', 'person', '李医生', 'measure', '现场指导', 'due', '2026-12-31')) from generate_series(1, 22) i)),
    '', ${id('person', '1')}, '2026-01-01Z'
  from generate_series(1, ${count}, 5) n;
`;

/** Two of five of an open case are the bureau's; all of a closed one are done. */
const todos = (perCase: number, count: number, deadline: string) => `
insert into todo (id, case_id, key, kind, step, round, org_id, role, opened_at, due, original_due, deadline, fired, closed_at, outcome)
  select ${id('todo', "n || '/' || s")}, ${id('case', 'n')}, s::text, case when n % 500 = 0 then 'campaign' else 'pairing' end,
    (array['report-item','weekly-report','report-item','inspect-midterm','file-pledge'])[s], case s when 2 then '2026-11-16' else s || '.1' end,
    case s when 1 then ${id('org', `1 + n % ${pilots}`)} when 4 then null when 5 then null
      else ${id('org', `${pilots + 1} + (n / 7) % ${hospitals - pilots}`)} end,
    case when s in (1, 2, 3) then 'liaison' when s = 4 and n % 20 = 1 then 'leader' else 'inspector' end,
    '2026-01-01Z', date '2026-09-01' + (n * 7 + s) % 200, date '2026-09-01' + (n * 7 + s) % 200, '${deadline}'::jsonb, '[]',
    case when n % 2 = 0 then timestamptz '2020-01-01Z' + n * interval '15 minutes' end, case when n % 2 = 0 then 'done' end
  from generate_series(1, ${count}) n, generate_series(1, ${perCase}) s;
`;

/** 200,000 cases and 1,000,000 todos take some minutes. Returns at once where they stand already. */
export async function fill(orm: MikroORM, databaseUrl: string, size: Size): Promise<void> {
  await migrate(databaseUrl);
  const em = orm.em.fork();
  const [found] = await em.execute<{ cases: number }[]>('select count(*)::int cases from case_file');
  if (found?.cases === size.cases) return;
  const deadline = derive(ruleOn(deadlines, 'pairing.confirm', '2026-11-02'), '2026-11-02', seedCalendar);
  await em.execute('set synchronous_commit = off');
  await em.execute(people);
  await em.execute(cases(size.cases));
  await em.execute(todos(Math.round(size.todos / size.cases), size.cases, JSON.stringify(deadline)));
  await em.execute('vacuum analyze');
}

/** The person of the filling with this number: the inspectors first, then one liaison for each hospital. */
export const benchIds = { inspectors, pilots, hospitals };
