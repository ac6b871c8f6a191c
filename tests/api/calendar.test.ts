import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  CalendarDraftView,
  CalendarMoves,
  CalendarVersions,
  CalendarYearView,
} from '#contracts/calendar';
import type { DraftPublished, Drafts } from '#contracts/draft';
import type { LogView } from '#contracts/log';
import type { MessageView } from '#contracts/message';
import type { Created, Page } from '#contracts/page';
import { Post } from '#db/entities/post';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { notices } from '#domain/holidays/notices.sample';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { RUNNER } from '#api/parts.module';
import type { RunnerClient } from '#runner/runner-client';
import { playCase } from '#tests/harness/play-case';
import { until } from '#tests/harness/poll';
import type { Browser, RunningApi } from './running-api.ts';
import { uploadingApi, type UploadingApi } from './uploading.ts';

let uploading: UploadingApi;
let api: RunningApi;
let system: Browser;
let security: Browser;
/** Another system administrator. */
let other: Browser;

beforeAll(async () => {
  uploading = await uploadingApi(['sysadmin1']);
  ({ api } = uploading);
  const em = api.orm.em.fork();
  await em.insert(Post, {
    ...{ id: newId(), personId: demoId('person', 'archivist1'), orgId: demoId('org', 'information') },
    ...{ role: 'system-admin', from: '2020-01-01', createdAt: api.clock.now() },
  });
  [system, security, other] = [
    await api.as('sysadmin1'),
    await api.as('secadmin1'),
    await api.as('archivist1'),
  ];
  const pair = { from: '2026-11-20', to: '2027-05-31', launchOn: '2026-12-08', areas: coreAreas.join(',') };
  const parts = { pilotId: demoId('org', 'youyi'), assistedId: demoId('org', 'xuanwu') };
  // Five working days from these days on end on 4 January 2027, on 31 December, and on 30 November.
  for (const day of ['2026-12-28', '2026-12-24', '2026-11-23'])
    await playCase(api.orm, 'pairing', demoId('calendar-pair', day), [
      [day, 'system', 'open', { ...pair, ...parts }],
    ]);
});
afterAll(() => api.stop());

const newYear = '一、元旦：1月1日（周五）至3日（周日）放假，共3天。';
const at = (id: string, rest = '') => `/api/calendar/drafts/${id}${rest}`;
const act = (id: string, name: string) => `/api/drafts/${id}/${name}`;
const view = async (id: string, by = system) => (await by.get<CalendarDraftView>(at(id))).body;

async function draft(text = newYear, year = 2027, by = system): Promise<CalendarDraftView> {
  const { status, body } = await by.send<Created>('POST', '/api/calendar/drafts', { text, year });
  expect(status).toBe(201);
  return view(body.id, by);
}
async function handedIn(text = newYear, year = 2027): Promise<CalendarDraftView> {
  const { id, version } = await draft(text, year);
  expect((await system.send('POST', act(id, 'hand-in'), { version })).status).toBe(204);
  return view(id);
}

test('the year view shows what holds now, and from 1 November on that the next year is missing', async () => {
  const inspector = await api.as('inspector1');
  const { body } = await inspector.get<CalendarYearView>('/api/calendar?year=2026');
  expect(body).toMatchObject({ firstYear: 2020, lastYear: 2026, published: true, versionLabel: '2026年版' });
  expect(body.days).toContainEqual({ day: '2026-09-20', kind: 'makeup', name: '国庆节' });
  expect(body.reminder).toMatch('2027年的工作日历尚未发布');
  api.clock.set('2026-10-31T01:00:00.000Z');
  expect((await inspector.get<CalendarYearView>('/api/calendar')).body.reminder).toBeNull();
  api.clock.set('2026-11-23T01:00:00.000Z');
});

test('a notice that is pasted says what was read and what was not, and knows its year', async () => {
  const { body } = await system.send<Created>('POST', '/api/calendar/drafts', { text: notices[2024] });
  const found = await view(body.id);
  expect(found).toMatchObject({ year: 2024, status: 'draft', problems: [] });
  expect(found.reading?.unread).toHaveLength(1);
  expect(found.differences.every(({ says }) => !says.includes('工作日'))).toBe(true);
});

test('before anything happens the preview says which open deadlines move, by how much, the worst first', async () => {
  const { id } = await draft();
  const { body } = await system.get<CalendarMoves>(at(id, '/moves?limit=1'));
  expect(body).toMatchObject({ moved: 2, settled: 2, cases: 1 });
  expect(body.steps).toEqual([
    { kindLabel: '结对帮带', stepLabel: '确认结对关系', moved: 2, settled: 2, mostDays: 1 },
  ]);
  expect(body.items).toMatchObject([{ from: '2027-01-04', to: '2027-01-05', byDays: 1, settled: true }]);
  const next = await system.get<CalendarMoves>(at(id, `/moves?limit=1&after=${body.next}`));
  expect(next.body.items[0]?.todoId).not.toBe(body.items[0]?.todoId);
  expect(next.body.next).toBeNull();
  expect((await system.get<CalendarVersions>('/api/calendar/versions')).body.items).toHaveLength(1);
});

test('a day is set by hand; a make-up day in the week keeps the draft from being handed in', async () => {
  const { id, version } = await draft();
  const set = (day: string, kind: string, name?: string, of = version) =>
    system.send('POST', at(id, '/days'), { version: of, day, kind, name });
  expect((await set('2027-01-04', 'makeup', '元旦')).status).toBe(204);
  const changed = await view(id);
  expect(changed.problems).toEqual([expect.stringContaining('1月4日（周一）是周一')]);
  expect(changed.may.handIn).toBe(false);
  const refused = await system.send('POST', act(id, 'hand-in'), { version: changed.version });
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('1月4日')]);
  expect((await set('2027-01-04', 'plain', undefined, changed.version)).status).toBe(204);
  expect((await view(id)).problems).toEqual([]);
  expect((await set('2027-01-05', 'holiday', '元旦', version)).status).toBe(409);
  const wrongYear = await set('2028-01-05', 'holiday', '元旦', changed.version + 1);
  expect([wrongYear.status, wrongYear.body.detail]).toEqual([400, expect.stringContaining('不在2027年')]);
});

test('only he who wrote a draft changes it or sees it before it is handed in', async () => {
  const { id, version } = await draft();
  expect((await other.get(at(id))).status).toBe(404);
  expect((await security.get(at(id, '/moves'))).status).toBe(404);
  const day = { version, day: '2027-02-05', kind: 'holiday', name: '春节' };
  expect((await other.send('POST', at(id, '/days'), day)).status).toBe(404);
  const listed = (await other.get<Drafts>('/api/drafts?sort=calendar')).body.items;
  expect(listed.map((one) => one.id)).not.toContain(id);
});

test('nobody approves his own proposal, not by pressing twice and not past the page', async () => {
  const { id, version, may, whyNot } = await handedIn();
  expect([may.decide, whyNot]).toEqual([false, '本人报送的工作日历须由另一人批准。']);
  for (const step of ['approve', 'approve', 'return']) {
    const answer = await system.send('POST', act(id, step), { version, reason: '自己' });
    expect([answer.status, answer.body.type]).toEqual([403, expect.stringContaining('own-proposal')]);
  }
  expect((await view(id)).status).toBe('handed-in');
  // Handed in, it stands still.
  const day = { version, day: '2027-02-05', kind: 'holiday', name: '春节' };
  expect((await system.send('POST', at(id, '/days'), day)).status).toBe(409);
});

test('it is returned with a reason, put right, and handed in again', async () => {
  const { id, version } = await handedIn();
  const blank = await security.send('POST', act(id, 'return'), { version, reason: ' ' });
  expect(blank.status).toBe(400);
  expect((await security.send('POST', act(id, 'return'), { version, reason: '缺春节' })).status).toBe(204);
  const returned = await view(id);
  expect(returned).toMatchObject({ status: 'returned', reason: '缺春节', decidedBy: '沈月华' });
  const text = `${newYear}\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。`;
  const read = { version: returned.version, year: 2027, text };
  expect((await system.send('POST', at(id, '/read'), read)).status).toBe(204);
  const again = await view(id);
  expect(again.days).toHaveLength(10);
  expect((await system.send('POST', act(id, 'hand-in'), { version: again.version })).status).toBe(204);
  const messages = (await system.get<Page<MessageView>>('/api/messages')).body.items;
  expect(messages[0]).toMatchObject({
    code: 'calendar-returned',
    params: { reason: '缺春节', subject: '2027年工作日历' },
  });
});

test('a second person publishes: a new version with both names, the year joined to the others, once', async () => {
  const [first, second] = [await handedIn(), await handedIn()];
  const { id, version } = first;
  const answers = await Promise.all(
    [security, other].map((by) => by.send<DraftPublished>('POST', act(id, 'approve'), { version })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 200)?.body).toEqual({
    became: 'cn-2027',
    label: '2027年版',
  });
  const versions = (await security.get<CalendarVersions>('/api/calendar/versions')).body.items;
  expect(versions).toMatchObject([
    { version: 'cn-2027', year: 2027, proposedBy: '蒋志强', inForce: true, toldAll: false },
    { version: 'cn-2026', at: null, inForce: false },
  ]);
  const year = (await security.get<CalendarYearView>('/api/calendar?year=2027')).body;
  expect(year).toMatchObject({ published: true, lastYear: 2027, reminder: null });
  expect(year.days.map(({ day }) => day)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03']);
  const log = (await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=calendar-changed&limit=1'))
    .body;
  expect(log.items[0]?.detail).toBe('批准并发布2027年工作日历（2027年版）');

  // The second one was checked beside another calendar.
  const late = await security.send('POST', act(second.id, 'approve'), { version: second.version });
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('已更新为2027年版')]);

  const { client, taskQueue } = api.app.get<RunnerClient>(RUNNER);
  const broadcast = client.workflow.getHandle(`${taskQueue}:book:cn-2027`);
  await until(async () => (await broadcast.describe().catch(() => undefined))?.type === 'broadcastBook');
  await broadcast.terminate('no worker runs here');
});

test('a published year is put right by another version', async () => {
  const { id, version, differences } = await handedIn(
    `${newYear}\n二、春节：2月5日（周五）至11日（周四）放假，共7天。`,
  );
  expect(differences).toHaveLength(7);
  expect(differences[0]?.says).toBe('2月5日（周五）：放假（春节），原为工作日');
  const { body } = await other.send<DraftPublished>('POST', act(id, 'approve'), { version });
  expect(body.label).toBe('2027年第2版');
});

test('a year comes from a table too', async () => {
  const content = Buffer.from('日期,类型,名称\n2028-01-01,放假,元旦\n2028-01-40,放假,元旦\n');
  const file = await uploading.oneFile('sysadmin1', '2028.csv', content);
  const { body } = await system.send<Created>('POST', '/api/calendar/drafts', { fileId: file.id });
  expect(await view(body.id)).toMatchObject({
    ...{ year: 2028, source: '2028.csv', days: [{ day: '2028-01-01', kind: 'holiday', name: '元旦' }] },
    reading: { problems: ['第3行：“2028-01-40”不是有效日期，应写作 2027-01-01。'] },
  });
  const json = await uploading.oneFile(
    'sysadmin1',
    '2028.json',
    Buffer.from('[{"day":"2028-01-01","kind":"holiday","name":"元旦"}]'),
  );
  expect((await system.send('POST', '/api/calendar/drafts', { fileId: json.id })).status).toBe(201);
});

test.each([
  [{}, 400, '请选择年度'],
  [{ text: '一、元旦：1月1日放假。' }, 400, '请选择年度'],
  [{ year: 2027, text: '各单位：请做好值班工作。' }, 400, '没有读到放假日期'],
  [{ year: 2027, text: newYear, fileId: newId() }, 400, '只选一种'],
  [{ year: 1999, text: newYear }, 400, ''],
  [{ year: 2027, fileId: newId() }, 404, '没有这个文件'],
])(
  'what makes no sense is answered with a sentence, and nothing is kept: %j',
  async (body, status, sentence) => {
    const before = (await system.get<Drafts>('/api/drafts?sort=calendar')).body.items.length;
    const answer = await system.send('POST', '/api/calendar/drafts', body);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(sentence);
    expect((await system.get<Drafts>('/api/drafts?sort=calendar')).body.items).toHaveLength(before);
  },
);
