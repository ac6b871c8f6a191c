import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import type { RehearsalBody, RehearsalView } from '#contracts/rehearsal';
import { newId } from '#db/id';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { playCase } from '#tests/harness/play-case';
import { checking, form, org } from './pair-lists/checking.ts';
import type { Check } from './pair-lists/checking.ts';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let inspector: Browser;
let check: Check;
beforeAll(async () => {
  api = await runningApi();
  inspector = await api.as('inspector1');
  ({ check } = checking(inspector));
}, 120_000);
afterAll(() => api.stop());

const onTime = { latePercent: 0, neverPercent: 0, earlyWorkingDays: 2, lateWorkingDays: 3 };
const body = (more: Partial<RehearsalBody>) => ({
  ...{ hospitals: onTime, bureau: onTime, negativePercent: 0, seed: 1 },
  ...more,
});
const rehearse = (by: Browser, more: Partial<RehearsalBody>) =>
  by.send<RehearsalView>('POST', '/api/rehearsals', body(more));
const refused = async (more: Partial<RehearsalBody>) => {
  const answer = await inspector.send('POST', '/api/rehearsals', body(more));
  return [answer.status, answer.body.detail];
};
const written = async () => {
  const [row] = await api.orm.em.fork().execute<{ rows: string }[]>(
    `select (select count(*) from case_file) || ' ' || (select count(*) from case_event)
         || ' ' || (select count(*) from pair_list) || ' ' || (select count(*) from effect) as rows`,
  );
  return row?.rows;
};

test('a checked list is rehearsed before its launch, and nothing is written but a line in the log', async () => {
  const { id } = (await check(annexText)).body;
  const before = await written();
  const { status, body: view } = await rehearse(inspector, { listId: id });
  expect([status, view.members, view.finished, view.total.escalations]).toEqual([200, 17, 17, 0]);
  expect(view.days.reduce((sum, { counts }) => sum + counts.due, 0)).toBe(view.total.due);
  const inspectors = view.offices.find(({ office }) => office === '经办人');
  expect(inspectors?.holders).toContain('李明远');
  expect(view.busiest[0]?.duties[0]?.stepLabel).toBeTruthy();
  expect(await written()).toBe(before);
  const auditor = await api.as('auditor1');
  const lines = (await auditor.get<Page<LogView>>('/api/log?kind=rehearsed')).body.items;
  expect(lines.map(({ detail, subjectId }) => [detail, subjectId])).toEqual([
    [`预演“${form.title}”：17对，假定2026-11-23签发`, id],
  ]);
});

test('a hospital whose principal can not log in is named with the step that nobody may do', async () => {
  const { id: listId } = (await check('友谊医院\t宣武医院')).body;
  const em = api.orm.em.fork();
  const account = `person_id in (select person_id from post where role = 'principal' and org_id = ?)`;
  await em.execute(`update account set disabled_at = '2026-11-01T00:00:00Z' where ${account}`, [
    org('xuanwu'),
  ]);
  const { unmanned, unfinished } = (await rehearse(inspector, { listId })).body;
  await em.execute(`update account set disabled_at = null where ${account}`, [org('xuanwu')]);
  expect(unmanned.map(({ orgId, stepLabel, others }) => [orgId, stepLabel, others])).toEqual([
    [org('xuanwu'), '签署责任书', false],
  ]);
  expect(unmanned[0]?.withoutAccount).toHaveLength(1);
  expect(unfinished.map(({ stageLabel, why }) => [stageLabel, why])).toEqual([['签订责任书', 'nobody']]);
});

test('a hospital that is taken for silent answers nothing, the others do', async () => {
  const { id: listId } = (await check('友谊医院\t宣武医院\n朝阳医院\t北京儿童医院')).body;
  const { finished, unfinished } = (await rehearse(inspector, { listId, silentOrgs: [org('xuanwu')] })).body;
  expect([finished, unfinished.map(({ waits }) => waits.join())]).toEqual([
    1,
    [expect.stringContaining('宣武医院')],
  ]);
});

test('what can not be rehearsed is said in a sentence', async () => {
  const { id: faulty } = (await check('友谊医院\t无此医院')).body;
  expect(await refused({ listId: faulty })).toEqual([409, '名单还有1处问题，请逐处改正后再预演。']);
  expect(await refused({})).toEqual([400, '请说明预演哪份名单或者哪个批次，只说一个。']);
  const { id: listId } = (await check('友谊医院\t宣武医院')).body;
  expect(await refused({ listId, signOn: '2026-11-22' })).toEqual([
    400,
    '签发日不能早于今天（2026年11月23日）。',
  ]);
  expect(await refused({ listId, signOn: '2028-01-01' })).toEqual([
    400,
    '签发日应早于结对期满日（2027年11月30日）。',
  ]);
  const shares = { ...onTime, latePercent: 70, neverPercent: 40 };
  expect(await refused({ listId, hospitals: shares })).toEqual([
    400,
    '拖延和一直不答的比例合计不能超过100%。',
  ]);
  expect(await refused({ listId, negativePercent: 80 })).toEqual([
    400,
    '异议和退回的比例应为0至50的整数（%）。',
  ]);
  const long = (await check('友谊医院\t宣武医院', { to: '2030-12-31' })).body;
  expect(await refused({ listId: long.id })).toEqual([409, '预演最长为三年，请缩短结对期限后再预演。']);
});

test('the calendar is exported day by day and office by office', async () => {
  const { id: listId } = (await check('友谊医院\t宣武医院')).body;
  const answer = await api.app.inject({
    ...{ method: 'POST', url: '/api/rehearsals/calendar.xlsx', payload: body({ listId }) },
    headers: { cookie: inspector.cookie ?? '' },
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer);
  const rows = workbook.worksheets[0]?.getSheetValues().slice(1) as string[][];
  expect(rows[0]?.slice(1, 6)).toEqual(['日期', '星期', '性质', '岗位', '人员']);
  const first = rows.filter((row) => row[1] === '2026-11-23').map((row) => [row[4], row[6]]);
  expect(first).toEqual([
    ['全部', 2],
    ['首都医科大学宣武医院 医院联络员', 1],
    ['首都医科大学附属北京友谊医院 医院联络员', 1],
  ]);
});

// Last: a pairing that waits for its signature stands, and the same list is sound no more.
test('the leader rehearses what waits for his signature; what is signed is rehearsed no more', async () => {
  const { id: listId } = (await check('友谊医院\t宣武医院')).body;
  const [campaignId, signed] = [newId(), newId()];
  const { launchOn, from, to, areas } = form;
  const fields = { memberKind: 'pairing', launchOn, from, to, areas, listId, rows: 1 };
  await playCase(api.orm, 'campaign', campaignId, [['2026-11-20', 'inspector1', 'open', fields]]);
  const leader = await api.as('leader1');
  expect((await rehearse(leader, { campaignId })).body.members).toBe(1);
  await playCase(api.orm, 'campaign', signed, [
    ['2026-11-20', 'inspector1', 'open', fields],
    ['2026-11-20', 'leader1', 'sign', { decision: 'sign' }],
  ]);
  expect(await refused({ campaignId: signed })).toEqual([
    409,
    '批次已经签发或者撤回，不再预演；已立项的结对请看结对一览。',
  ]);
  expect(await refused({ campaignId: newId() })).toEqual([404, '没有找到这个批次。']);
});
