import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActFormView, CaseLine, CaseView, TodoLine } from '#contracts/case';
import type { TimelineView } from '#contracts/timeline';
import type { DeskView } from '#contracts/desk';
import type { LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import type { PairingBody } from '#contracts/pairing';
import { demoId } from '#db/seed/demo';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { playPair, toDoing } from './sample-pair.ts';

let api: RunningApi;
let inspector: Browser;
let pilot: Browser;
let assisted: Browser;
let stranger: Browser;
let doing: string;
let fresh: string;
const problem = { area: 'it', what: '接口不通', solver: demoId('org', 'youyi'), files: [] };
beforeAll(async () => {
  api = await runningApi();
  inspector = await api.as('inspector1');
  pilot = await api.as('youyi.liaison');
  assisted = await api.as('xuanwu.liaison');
  stranger = await api.as('chaoyang.liaison');
  doing = await playPair(api.orm, 'youyi', 'xuanwu', [
    ...toDoing('youyi', 'xuanwu'),
    ['2026-11-23', 'xuanwu.liaison', 'raise-problem', problem],
  ]);
  fresh = await playPair(api.orm, 'tiantan', 'ertong');
});
afterAll(() => api.stop());

const casesOf = async (browser: Browser, query = '') =>
  (await browser.get<Page<CaseLine>>(`/api/cases?limit=200${query}`)).body.items.map((one) => one.id);

test('the bureau finds every case, a hospital its own, 三员 none', async () => {
  expect((await casesOf(inspector)).sort()).toEqual([doing, fresh].sort());
  expect(await casesOf(assisted)).toEqual([doing]);
  expect(await casesOf(stranger)).toEqual([]);
  for (const login of ['sysadmin1', 'secadmin1', 'auditor1', 'evaluator1']) {
    expect((await (await api.as(login)).get('/api/cases')).status).toBe(403);
  }
});

test('a case that is none of the reader’s answers as one that does not exist, by every route', async () => {
  for (const rest of ['', '/timeline', '/forms/confirm']) {
    const foreign = await stranger.get(`/api/cases/${doing}${rest}`);
    const missing = await stranger.get(`/api/cases/01a00000-0000-7000-8000-000000000000${rest}`);
    expect([foreign.status, foreign.body.detail]).toEqual([404, missing.body.detail]);
  }
});

test('search finds a case by two characters of a name and by its number without brackets', async () => {
  expect(await casesOf(inspector, `&q=${encodeURIComponent('宣武')}`)).toEqual([doing]);
  expect(await casesOf(inspector, `&q=${encodeURIComponent('友谊 宣武')}`)).toEqual([doing]);
  expect(await casesOf(inspector, `&q=${encodeURIComponent('结对2026')}`)).toHaveLength(2);
  expect(await casesOf(stranger, `&q=${encodeURIComponent('宣武')}`)).toEqual([]);
  expect(await casesOf(inspector, `&q=${encodeURIComponent('武宣')}`)).toEqual([]);
  expect(await casesOf(inspector, `&q=%00'%25_`)).toEqual([]);
});

test('the register filters by stage, lateness and organisation, and pages by key in both orders', async () => {
  expect(await casesOf(inspector, '&stage=doing')).toEqual([doing]);
  expect(await casesOf(inspector, '&late=overdue')).toEqual([]);
  expect(await casesOf(inspector, '&late=soon')).toEqual([fresh]);
  expect(await casesOf(inspector, `&orgId=${demoId('org', 'ertong')}`)).toEqual([fresh]);
  for (const sort of ['changed', 'due']) {
    const first = (await inspector.get<Page<CaseLine>>(`/api/cases?limit=1&sort=${sort}&status=all`)).body;
    const second = (
      await inspector.get<Page<CaseLine>>(`/api/cases?limit=1&sort=${sort}&status=all&after=${first.next}`)
    ).body;
    expect([...first.items, ...second.items].map((one) => one.id).sort()).toEqual([doing, fresh].sort());
    expect(second.next).toBeNull();
  }
  expect((await inspector.get('/api/cases?after=hello')).status).toBe(400);
});

test('a todo is in the inbox of the office that owes it and of no other', async () => {
  const steps = async (browser: Browser, list = 'mine') =>
    (await browser.get<Page<TodoLine>>(`/api/todos?list=${list}`)).body.items.map((todo) => todo.step);
  expect(await steps(pilot)).toEqual([]);
  expect(new Set(await steps(assisted))).toEqual(new Set(['report-item']));
  expect(await steps(await api.as('inspector2'))).toEqual(['inspect-midterm']);
  expect(await steps(pilot, 'done')).toContain('agree-plan');
  expect(await steps(await api.as('sysadmin1'))).toEqual([]);
});

test('waiting is what others owe in the cases in which one acted', async () => {
  const { items } = (await inspector.get<Page<TodoLine>>('/api/todos?list=waiting')).body;
  expect(new Set(items.map((todo) => todo.caseId))).toEqual(new Set([doing]));
  expect(items.map((todo) => todo.step)).not.toContain('inspect-midterm');
  expect((await stranger.get<Page<TodoLine>>('/api/todos?list=waiting')).body.items).toEqual([]);
});

test('inboxes page by key and lose nothing', async () => {
  const all = (await assisted.get<Page<TodoLine>>('/api/todos?limit=200')).body.items.map((todo) => todo.id);
  const paged: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Page<TodoLine> = (
      await assisted.get<Page<TodoLine>>(`/api/todos?limit=2${after && `&after=${after}`}`)
    ).body;
    paged.push(...page.items.map((todo) => todo.id));
    after = page.next;
  }
  expect(paged).toEqual(all);
  expect(all.length).toBeGreaterThan(4);
});

test('the desk counts and shows', async () => {
  const { body } = await assisted.get<DeskView>('/api/desk');
  expect(body).toMatchObject({ today: '2026-11-23', weekday: '周一', counts: { openCases: 1, overdue: 0 } });
  expect([body.counts.mine, body.mine.length]).toEqual([22, 10]);
  expect(body.stages).toEqual([{ kind: 'pairing', stage: 'doing', label: '实施帮带', cases: 1 }]);
  expect(body.mine[0]?.detail).toMatch(/^医疗工作：/);
});

test('the page of a case says where it stands, what may be done and why not more', async () => {
  const { body } = await assisted.get<CaseView>(`/api/cases/${doing}`);
  expect(body.map.filter((step) => step.status === 'here').map((step) => step.code)).toEqual(['doing']);
  expect(body.parties.map((party) => party.part)).toEqual(['试点医院', '帮带医院']);
  expect(body.actions.find((one) => one.action === 'report-item')).toMatchObject({ permitted: true });
  expect(body.actions.find((one) => one.action === 'weekly-report')).toMatchObject({
    permitted: false,
    reason: '目前没有应报未报的周报。',
  });
  expect(body.actions.map((one) => one.action)).not.toContain('inspect-midterm');
  const item = body.todos.find((todo) => todo.step === 'report-item');
  expect(item).toMatchObject({ mine: true, detail: '医疗工作：应急预案与演练' });
  const paired = (await inspector.get<CaseView>(`/api/cases/${fresh}`)).body;
  const confirm = paired.todos.find((todo) => todo.step === 'confirm');
  expect(confirm?.deadline).toMatchObject({ due: '2026-11-27', markLabel: '默认值', lateness: 'soon' });
});

test('the body of a pair joins the state with what was filled in', async () => {
  const body = (await pilot.get<CaseView>(`/api/cases/${doing}`)).body.body as PairingBody;
  expect(body.groups.map((group) => group.lead)).toEqual(['赵院长', '钱院长']);
  expect(body.plan[0]).toMatchObject({
    item: '应急预案与演练',
    person: '李医生',
    status: 'todo',
    lateness: 'normal',
  });
  expect(body.needs?.baseline).toEqual([{ item: '门诊人次', value: 52000, unit: '人次' }]);
  expect(body.problems[0]).toMatchObject({
    ...{ problem: '接口不通', solver: '首都医科大学附属北京友谊医院', endLabel: null, line: null },
  });
});

test('the timeline tells who did what, what he wrote and what followed, in words', async () => {
  const { body } = await inspector.get<TimelineView>(`/api/cases/${doing}/timeline`);
  const confirmed = body.find((entry) => entry.action === 'confirm');
  expect(confirmed?.label).toMatch(/^首都医科大学附属北京友谊医院 .+ 确认结对关系$/);
  expect(confirmed?.answers).toEqual([{ label: '备注', value: '没有意见' }]);
  expect(body[0]?.effects[0]).toMatch(
    /^待办：首都医科大学附属北京友谊医院 医院联络员确认结对关系，期限2026年11月27日$/,
  );
  const grouped = body.find((entry) => entry.action === 'file-group');
  expect(grouped?.answers[1]?.value.split('\n')[0]).toBe(
    '工作领域：医疗工作，联系人：王敏，职务：主任，电话：010-88886666',
  );
});

test('the form of an act brings the options and rows of its case', async () => {
  const { body } = await assisted.get<ActFormView>(`/api/cases/${doing}/forms/report-item`);
  expect(body.options.itemId?.[0]?.label).toBe('医疗工作：应急预案与演练（2026年12月31日前）');
  expect(body.schema).toMatchObject({ properties: { report: { title: '进展情况', widget: 'textarea' } } });
  const inspect = (await inspector.get<ActFormView>(`/api/cases/${doing}/forms/inspect-midterm`)).body;
  expect(inspect.initial).toMatchObject({ on: '2026-11-23', visited: 'assisted' });
  expect(inspect.options.checkers?.map(({ label }) => label)).toContain('李明远（改革发展处 经办人）');
});

test('the form of an act that is not one’s own is refused with the reason', async () => {
  expect((await assisted.get(`/api/cases/${doing}/forms/inspect-midterm`)).status).toBe(403);
  expect((await assisted.get(`/api/cases/${doing}/forms/weekly-report`)).status).toBe(409);
  expect((await assisted.get(`/api/cases/${doing}/forms/toString`)).status).toBe(404);
});

test('the export holds exactly what the register shows, and is logged', async () => {
  const exported = async (browser: Browser, query = '') => {
    const answer = await api.app.inject({
      url: `/api/cases.xlsx${query}`,
      headers: { cookie: browser.cookie ?? '' },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
    return (book.worksheets[0]?.getColumn(2).values ?? []).slice(2);
  };
  const titles = (await inspector.get<Page<CaseLine>>('/api/cases?sort=due')).body.items.map(
    (one) => one.title,
  );
  expect(await exported(inspector, '?sort=due')).toEqual(titles);
  expect(await exported(stranger)).toEqual([]);
  const log = await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=exported');
  expect(log.body.items.map((line) => line.detail)).toEqual(['导出登记簿', '导出登记簿']);
});
