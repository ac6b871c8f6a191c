import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { papersOf } from '#activities/papers';
import { loadStartConfig } from '#config/config';
import type { ActFormView, CaseView } from '#contracts/case';
import type { DraftPages } from '#contracts/notice';
import { demoId } from '#db/seed/demo';
import type { NoticeDocument } from '#domain/notice';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { createFolderStore } from '#files/store';
import { noticeText } from '#render/notice-text';
import { createRenderer } from '#render/renderer';
import { playCase } from '#tests/harness/play-case';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';

const pair = randomUUID();
const campaignId = randomUUID();
const hostile = '第二会议室<script>#read("x")</script>';
let api: RunningApi;
let leader: Browser;
let assisted: Browser;
let pilot: Browser;

/** 宣武 does not confirm: due on Monday 19 October; by the 22nd it lies with the leader. */
beforeAll(async () => {
  api = await runningApi();
  const terms = { from: '2026-10-12', to: '2027-05-31', launchOn: '2026-12-08' };
  const launch = { ...terms, memberKind: 'pairing', areas: coreAreas, listId: randomUUID(), rows: 1 };
  await playCase(api.orm, 'campaign', campaignId, [
    ['2026-10-12', 'inspector1', 'open', { ...launch, title: '手拉手', contact: '改革发展处 马䶮' }],
    ['2026-10-12', 'leader1', 'sign', { decision: 'sign' }],
  ]);
  const members = { pilotId: demoId('org', 'youyi'), assistedId: demoId('org', 'xuanwu') };
  await playCase(api.orm, 'pairing', pair, [
    ['2026-10-12', 'system', 'open', { ...terms, ...members, areas: coreAreas.join(','), campaignId }],
    ['2026-10-13', 'youyi.liaison', 'confirm'],
    ...['15', '19', '20', '21', '22'].map((day) => [`2026-10-${day}`, 'system', 'clock'] as never),
  ]);
  [leader, assisted, pilot] = [
    await api.as('leader1'),
    await api.as('xuanwu.liaison'),
    await api.as('youyi.liaison'),
  ];
});
afterAll(() => api.stop());

const view = async (browser: Browser) => (await browser.get<CaseView>(`/api/cases/${pair}`)).body;
const escalation = async () => (await view(leader)).escalations[0]?.id ?? '';
const draft = (browser: Browser, form: object) =>
  browser.send<DraftPages>('POST', `/api/cases/${pair}/drafts/decide-escalation`, { form });
const visible = ({ pages }: DraftPages) => pages.join('').replace(/<[^>]*>/gu, '');

test('the leader reads the paper that he chooses before he decides, and it follows his choice', async () => {
  const chosen = { escalation: await escalation(), decision: 'issue' };
  const letter = (await draft(leader, { ...chosen, paper: 'supervise' })).body;
  expect(letter.name).toBe('督办函');
  for (const said of [
    '草稿',
    '首都医科大学宣武医院',
    '关于督办“确认结对关系”',
    '京医管改〔2026〕1号',
    '马䶮',
  ])
    expect(visible(letter)).toContain(said);
  expect(visible(letter)).toContain('2026年10月15日、10月19日、10月21日');
  expect((await draft(leader, { ...chosen, paper: 'circular' })).body.name).toBe('工作通报');
  const place = { interviewOn: '2026-11-26', interviewAt: '09:30', interviewPlace: hostile };
  const interview = (await draft(leader, { ...chosen, paper: 'interview', ...place })).body;
  expect(visible(interview)).toContain('2026年11月26日（周四）09:30');
  expect(interview.pages.join('')).not.toContain('<script');
});

test('without a paper to choose there is no draft, and a wrong choice is answered with a sentence', async () => {
  const id = await escalation();
  expect((await draft(leader, {})).body).toEqual({ name: null, hash: null, of: 0, pages: [] });
  expect((await draft(leader, { escalation: id, decision: 'instruct', paper: 'urge' })).body.name).toBeNull();
  const unknown = await draft(leader, { escalation: '999', decision: 'issue', paper: 'urge' });
  expect([unknown.status, unknown.body]).toEqual([
    409,
    expect.objectContaining({ detail: '该升级事项不存在，或已处理。' }),
  ]);
  expect((await draft(leader, { escalation: id, decision: 'issue', paper: 'fine' })).status).toBe(422);
  expect((await draft(leader, { escalation: { $ne: 1 } })).status).toBe(422);
  expect((await leader.send('POST', `/api/cases/${pair}/drafts/decide-escalation`, {})).status).toBe(400);
});

test('a hospital reads no draft of what the bureau may decide', async () => {
  const chosen = { escalation: await escalation(), decision: 'issue', paper: 'supervise' };
  expect((await draft(assisted, chosen)).status).toBe(403);
  expect((await draft(await api.as('jishuitan.liaison'), chosen)).status).toBe(404);
});

test('the form says on which answers its paper depends', async () => {
  const { body } = await leader.get<ActFormView>(`/api/cases/${pair}/forms/decide-escalation`);
  expect(body.draft).toBeNull();
  expect(body.draftBy).toEqual(expect.arrayContaining(['escalation', 'paper', 'interviewPlace']));
  expect(body.schema).toMatchObject({
    properties: { interviewOn: { when: { field: 'paper', is: 'interview' } } },
  });
});

const decide = async (day: string, login: string, form: object) => {
  const act = { escalation: await escalation(), decision: 'issue', ...form };
  await playCase(api.orm, 'pairing', pair, [[day, login, 'decide-escalation', act]]);
};

/** As the worker does it. */
async function rendered(code: string): Promise<NoticeDocument> {
  const em = api.orm.em.fork();
  const [ref] = await em.execute<{ seq: number; idx: number; id: string }[]>(
    'select id, seq, idx from notice where case_id = ? and code = ? order by seq desc limit 1',
    [pair, code],
  );
  const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  const papers = papersOf(api.orm.em, {
    ...{ renderer, store: createFolderStore(`${api.dataDir}/files`), clock: api.clock },
  });
  await papers.render({ caseId: pair, seq: ref!.seq, index: ref!.idx, type: 'issueNotice' });
  await renderer.close();
  const [row] = await em.execute<{ document: NoticeDocument }[]>('select document from notice where id = ?', [
    ref!.id,
  ]);
  return row!.document;
}

test('the letter that was decided on has its number, goes to the late hospital only, and opening it is its proof', async () => {
  await decide('2026-10-22', 'leader1', { paper: 'supervise' });
  const text = noticeText(await rendered('supervision-letter'));
  expect(text).toContain('京医管督函〔2026〕1号');
  expect(text).toContain('已逾期3个工作日');
  expect(text).toContain('于2026年10月15日、10月19日、10月21日提醒你单位，共3次');
  expect(text).toContain('至迟于2026年10月29日办结');
  const line = (await view(assisted)).notices.find(({ code }) => code === 'supervision-letter');
  expect(line).toMatchObject({ number: '京医管督函〔2026〕1号', status: 'issued' });
  expect(line?.to.map(({ name }) => name)).toEqual(['首都医科大学宣武医院']);
  expect((await view(pilot)).notices.map(({ code }) => code)).not.toContain('supervision-letter');
  expect((await pilot.get(`/api/notices/${line?.id}/pdf`)).status).toBe(404);
  expect((await assisted.get(`/api/notices/${line?.id}/pdf`)).status).toBe(200);
  const seen = (await view(leader)).notices.find(({ id }) => id === line?.id);
  expect(seen?.to).toEqual([expect.objectContaining({ openedAt: api.clock.now() })]);
});

test('an interview is on a working day to come, and its notice names the letter before it', async () => {
  await playCase(
    api.orm,
    'pairing',
    pair,
    ['23', '27', '29'].map((day) => [`2026-10-${day}`, 'system', 'clock'] as never),
  );
  await playCase(api.orm, 'pairing', pair, [['2026-11-02', 'system', 'clock']]);
  const form = {
    paper: 'interview',
    interviewWho: 'both',
    interviewAt: '14:00',
    interviewPlace: '主楼3层会议室。',
  };
  const on = (interviewOn: string) => decide('2026-11-02', 'chief1', { ...form, interviewOn });
  await expect(on('2026-11-02')).rejects.toThrow('约谈日期应晚于今天');
  await expect(on('2026-11-07')).rejects.toThrow('约谈日期应为工作日');
  await on('2026-11-05');
  const text = noticeText(await rendered('interview-notice'));
  expect(text).toContain('2026年11月5日（周四）14:00。');
  expect(text).toContain('主楼3层会议室。');
  expect(text).toContain('《督办函》（京医管督函〔2026〕1号，2026年10月22日）');
  expect(text).toContain('京医管督函〔2026〕2号');
  const [event] = await api.orm.em
    .fork()
    .execute<{ fields: object }[]>(
      `select fields from case_event where case_id = ? and action = 'decide-escalation' order by seq desc limit 1`,
      [pair],
    );
  expect(JSON.stringify(event?.fields)).not.toContain('会议室');
});
