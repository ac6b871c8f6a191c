import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PairListView } from '#contracts/pair-list';
import { newId } from '#db/id';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { checking, form, org, problems, uploaded } from './checking.ts';
import type { Check, Refused } from './checking.ts';

let api: RunningApi;
let inspector: Browser;
let check: Check;
let refused: Refused;
beforeAll(async () => {
  api = await runningApi();
  inspector = await api.as('inspector1');
  ({ check, refused } = checking(inspector));
});
afterAll(() => api.stop());

test('what is missing or wrong in the form is named, field by field', async () => {
  const { status, body } = await refused(
    { pasted: annexText },
    { title: ' ', launchOn: '2026-02-30', areas: [] },
  );
  expect(status).toBe(422);
  expect(body.errors?.map(({ field }) => field)).toEqual(['title', 'launchOn', 'areas']);
  expect((await refused({ pasted: annexText }, { to: form.from })).body.errors).toEqual([
    { field: 'to', detail: '结对结束日应晚于开始日。' },
  ]);
  expect((await refused({})).body.errors?.[0]?.field).toBe('pasted');
  expect((await refused({ pasted: ' \n' })).status).toBe(422);
  expect((await refused({ pasted: annexText, fileId: newId() })).status).toBe(422);
  expect((await refused({ fileId: newId() })).status).toBe(404);
});

test('days that need a second look are warned of', async () => {
  const { body } = await check(annexText, { launchOn: '2026-11-29', from: '2026-11-01', to: '2026-12-31' });
  expect(body.preview.warnings).toEqual([
    '改革启动日2026年11月29日（周日）不是工作日。',
    '结对开始日2026年11月1日早于今天。',
    expect.stringMatching(/帮带计划要到2027年.*结对期限已满/),
    expect.stringContaining('2027年的放假安排尚未公布'),
  ]);
  const past = await check(annexText, { launchOn: '2017-04-08', from: '2017-04-01', to: '2018-03-31' });
  expect(past.body.preview.warnings.slice(0, 2)).toEqual([
    '改革启动日2017年4月8日早于今天。',
    '结对期限已于2018年3月31日届满。',
  ]);
});

test('a text that is no list, and a hostile one, are answered with what is wrong', async () => {
  const nothing = (await check('本局拟于近期开展帮带工作。')).body;
  expect([nothing.rows, nothing.problemCount]).toEqual([[], 1]);
  expect(nothing.faults[0]).toMatch(/^没有读到任何一对医院。/);
  const hostile = await check(
    '友谊医院\0\t<script>alert(1)</script>医院\n\ud800友谊医院\t=cmd|calc!A1医院\n朝阳医院\t"\'); drop table org;--医院',
    { title: '批\0次\ud800', __proto__: { admin: true } },
  );
  expect(hostile.status).toBe(200);
  expect(new Set(hostile.body.rows.flatMap((row) => row.problems.map(({ code }) => code)))).toEqual(
    new Set(['unknown-hospital']),
  );
});

test('a paste of half a megabyte is answered in time, a longer one refused', async () => {
  const start = performance.now();
  const names = await check(`友谊医院：${'某某医院、'.repeat(12)}\n`.repeat(1000));
  expect([names.status, names.body.rows.length]).toEqual([200, 5000]);
  expect(names.body.faults[0]).toMatch(/^超过 5000 对医院。/);
  const letters = await check('友谊医院\tb\n'.repeat(50_000));
  expect(letters.body.faults[0]).toMatch(/^超过 5000 对医院。/);
  expect((await check('、'.repeat(160_000))).status).toBe(200);
  expect((await check('\t\n"'.repeat(160_000))).status).toBe(200);
  expect((await check('医院'.repeat(250_000))).status).toBe(413);
  expect((await refused({ pasted: 'x'.repeat(500_001) })).body.detail).toMatch('超过50万字');
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('2,000 rows are checked in under two seconds', async () => {
  const system = api.orm.em.fork();
  await system.execute(
    `insert into org (id, kind, parent_id, name, created_at)
     select gen_random_uuid(), 'hospital', ?, '远郊第' || n || '医院', '2026-01-01Z' from generate_series(1, 2020) n`,
    [org('bureau')],
  );
  await system.execute(
    `insert into org_name (id, org_id, name, sort) select gen_random_uuid(), id, name, 'official' from org where name like '远郊第%'`,
  );
  const text = Array.from(
    { length: 2000 },
    (_, at) => `远郊第${2001 + (at % 20)}医院\t远郊第${at + 1}医院`,
  ).join('\n');
  // The shorter of two, for the machine may be busy with other suites.
  const shortest = async (pasted: string, problemCount: number) => {
    const times: number[] = [];
    for (let turn = 0; turn < 2; turn++) {
      const start = performance.now();
      const { body } = await check(pasted);
      times.push(performance.now() - start);
      expect([body.rows.length, body.problemCount]).toEqual([2000, problemCount]);
    }
    return Math.min(...times);
  };
  expect(await shortest(text, 0)).toBeLessThan(2000);
  expect(await shortest(text.replaceAll('远郊第', '近郊第'), 4000)).toBeLessThan(2000);
  await system.execute(`delete from org_name where name like '远郊第%'`);
  await system.execute(`delete from org where name like '远郊第%'`);
});

const upload = (name: string, content: Uint8Array) => uploaded(api, inspector, name, content);

test('a list may come as a file; what is no list is refused with the reason', async () => {
  const csv = Buffer.from(
    '\ufeff试点医院,序号,帮带医院\n北京友谊医院,1,宣武医院\n,2,北京儿童医院\n,3,无此医院\n',
  );
  const fileId = await upload('名单.csv', csv);
  const { status, body } = await inspector.send<PairListView>('POST', '/api/pair-lists', { form, fileId });
  expect([status, body.source, body.rows.length]).toEqual([200, '名单.csv', 3]);
  expect(problems(body)).toEqual(['4 assisted unknown-hospital']);
  const other = await upload('说明.csv', Buffer.from('甲,乙\n1,2\n'));
  const answer = await refused({ fileId: other });
  expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, 'fileId']);
  expect(answer.body.detail).toMatch(/没有找到表头/);
});

test('the template can be filled in and sent back', async () => {
  const { statusCode, headers, rawPayload } = await api.app.inject({
    method: 'GET',
    url: '/api/pair-lists/template.xlsx',
    headers: { cookie: inspector.cookie ?? '' },
  });
  expect([statusCode, headers['content-disposition']]).toEqual([200, expect.stringContaining('.xlsx')]);
  const fileId = await upload('模板.xlsx', rawPayload);
  expect((await refused({ fileId })).body.detail).toMatch(/没有名单/);
});
