import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { ActFormView, CaseView } from '#contracts/case';
import type { MessageView } from '#contracts/message';
import type { TimelineView } from '#contracts/timeline';
import { demoId } from '#db/seed/demo';
import { seedCalendar } from '#db/seed/calendar';
import { isWorkingDay } from '#domain/calendar';
import { addDays } from '#domain/day';
import type { NoticeDocument } from '#domain/notice';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { noticeText } from '#render/notice-text';
import { playCase } from '#tests/harness/play-case';
import { until } from '#tests/harness/poll';
import { unsound } from '#tests/harness/soundness';
import { workingOffice, type WorkingOffice } from '../working-office.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let api: WorkingOffice;
beforeAll(async () => {
  api = await workingOffice();
}, 120_000);
afterAll(() => api?.stop());

const party = 'xuanwu';
/** 宣武 did not confirm, and it lies with the chief leader. */
async function late(): Promise<string> {
  const pair = randomUUID();
  const terms = { from: '2026-10-12', to: '2027-05-31', launchOn: '2026-12-08', areas: coreAreas.join(',') };
  const members = { pilotId: demoId('org', 'youyi'), assistedId: demoId('org', party) };
  await playCase(api.orm, 'pairing', pair, [
    ['2026-10-12', 'system', 'open', { ...terms, ...members }],
    ['2026-10-13', 'youyi.liaison', 'confirm'],
    ...['10-15', '10-19', '10-20', '10-21', '10-22', '10-23', '10-27', '10-29', '11-02'].map(
      (day) => [`2026-${day}`, 'system', 'clock'] as never,
    ),
  ]);
  return pair;
}

const view = async (login: string, id: string) =>
  (await (await api.as(login)).get<CaseView>(`/api/cases/${id}`)).body;
async function act(login: string, id: string, action: string, form: object) {
  await api.tick();
  const body = { actId: randomUUID(), action, form };
  return (await api.as(login)).send('POST', `/api/cases/${id}/acts`, body);
}
const paperOf = async (login: string, id: string, code = 'interview-notice') =>
  (await view(login, id)).notices.find((one) => one.code === code);

/** The chief leader issues the notice of an interview, and its bytes come to exist. */
async function issued(id: string) {
  const escalation = (await view('chief1', id)).escalations[0]?.id;
  await api.tick();
  let interviewOn = addDays(api.clock.today(), 5);
  while (!isWorkingDay(seedCalendar, interviewOn)) interviewOn = addDays(interviewOn, 1);
  const interview = { interviewWho: 'both', interviewOn, interviewAt: '14:00', interviewPlace: '主楼3层' };
  const form = { escalation, decision: 'issue', paper: 'interview', ...interview };
  expect(await act('chief1', id, 'decide-escalation', form)).toMatchObject({ status: 200 });
  return until(async () => {
    const line = await paperOf('inspector1', id);
    return line?.service?.sentOn ? line : undefined;
  });
}
const todoKeys = (of: CaseView) => of.todos.map(({ key }) => key).filter((key) => key.includes('/1.'));
const piece = `1.${demoId('org', party)}`;
const left = () => ({
  ...{ piece, result: 'left', on: api.clock.today(), place: '该院行政楼一层' },
  servers: [demoId('person', 'inspector1'), demoId('person', 'inspector2')],
  refusal: '值班人员称院长出差，拒绝签收。',
});

test('a paper that was refused is left with a witness, and its receipt is a paper in the case file', async () => {
  const id = await late();
  const line = await issued(id);
  expect(line.service).toMatchObject({
    recipients: [{ recipient: demoId('org', party), proven: null, next: { label: '等对方在系统内签收' } }],
  });
  expect(todoKeys(await view('inspector1', id))).toEqual([`sign-for-paper/${piece}`, `serve/${piece}`]);
  expect(todoKeys(await view(`${party}.liaison`, id))).toEqual([`sign-for-paper/${piece}`]);
  expect(todoKeys(await view('youyi.liaison', id))).toEqual([]);

  const refuse = { piece, answer: 'refuse' };
  const reason = '文书所述事项不属实';
  for (const login of ['youyi.liaison', 'inspector1', 'leader1'])
    expect(await act(login, id, 'sign-for-paper', { ...refuse, reason })).toMatchObject({ status: 403 });
  expect(await act(`${party}.liaison`, id, 'sign-for-paper', refuse)).toMatchObject({
    status: 422,
    body: { detail: '请写明拒绝签收的理由。' },
  });
  expect(await act(`${party}.liaison`, id, 'sign-for-paper', { ...refuse, reason })).toMatchObject({
    status: 200,
  });
  expect((await paperOf('inspector1', id))?.service?.recipients[0]).toMatchObject({
    tried: [{ label: '在系统内拒绝签收' }],
    next: { label: '留置送达', ground: '行政处罚法第61条；民事诉讼法第89条' },
  });

  const inspector = await api.as('inspector1');
  const form = (await inspector.get<ActFormView>(`/api/cases/${id}/forms/record-service`)).body;
  expect(form.initial).toMatchObject({ piece, result: 'left' });
  const record = (more: object) => act('inspector1', id, 'record-service', { ...left(), ...more });
  expect(await record({})).toMatchObject({ status: 422 });
  expect(await record({ witness: '白纸坊街道 吴昊', servers: left().servers.slice(1) })).toMatchObject({
    status: 422,
    body: { detail: '送达人不得少于两人。' },
  });
  expect(await record({ witness: '白纸坊街道 吴昊', result: 'published' })).toMatchObject({ status: 422 });
  expect(await record({ witness: '白纸坊街道 吴昊' })).toMatchObject({ status: 200 });

  const receipt = await until(async () => {
    const found = await paperOf('inspector1', id, 'service-receipt');
    return found?.status === 'issued' ? found : undefined;
  });
  expect((await paperOf('inspector1', id))?.service?.recipients[0]).toMatchObject({
    proven: { way: '留置送达', on: api.clock.today() },
    next: null,
    receiptId: receipt.id,
  });
  expect(receipt.number).toMatch(/^京医管送证〔\d{4}〕\d+号$/u);
  const pdf = await inspector.get<string>(`/api/notices/${receipt.id}/pdf`);
  expect([pdf.status, String(pdf.body).slice(0, 5)]).toEqual([200, '%PDF-']);
  expect((await (await api.as(`${party}.principal`)).get(`/api/notices/${receipt.id}/pdf`)).status).toBe(404);
  const [row] = await api.orm.em
    .fork()
    .execute<{ document: NoticeDocument }[]>('select document from notice where id = ?', [receipt.id]);
  const text = noticeText(row!.document);
  for (const said of [
    '约谈通知书',
    '首都医科大学宣武医院',
    '留置送达',
    '吴昊',
    '拒绝签收',
    '在系统内拒绝签收',
  ])
    expect(text).toContain(said);
  expect(todoKeys(await view('inspector1', id))).toEqual([]);
  expect(await unsound(api.orm.em.fork(), id)).toEqual([]);

  // How one side was served is not read by the other, and what the servers wrote by neither.
  const read = async (login: string) =>
    JSON.stringify((await (await api.as(login)).get<TimelineView>(`/api/cases/${id}/timeline`)).body);
  expect(await read('inspector1')).toContain('白纸坊街道');
  expect(await read(`${party}.liaison`)).not.toContain('白纸坊街道');
  expect(await read(`${party}.liaison`)).toContain(reason);
  for (const words of ['sign-for-paper', 'record-service', '签收', reason])
    expect(await read('youyi.liaison')).not.toContain(words);
  const told = (await (await api.as(`${party}.liaison`)).get<{ items: MessageView[] }>('/api/messages')).body
    .items;
  expect(told.map(({ code }) => code)).toEqual(expect.arrayContaining(['paper-to-sign', 'paper-served']));
  expect(told.map(({ code }) => code)).not.toContain('notice-issued');
});

test('whoever has consented is served by arrival, and both are papers; others by their signature', async () => {
  const id = await late();
  const consent = { papers: ['interview-notice'], phone: '13800000000' };
  expect(await act(`${party}.liaison`, id, 'consent-electronic', consent)).toMatchObject({ status: 403 });
  expect(await act(`${party}.principal`, id, 'consent-electronic', consent)).toMatchObject({ status: 200 });
  const line = await issued(id);
  const way = '电子送达';
  expect(line.service?.recipients[0]?.proven).toEqual({ way, on: api.clock.today() });
  for (const code of ['electronic-service-consent', 'service-receipt'])
    await until(async () => (await paperOf('inspector1', id, code))?.status === 'issued' || undefined);
  expect((await paperOf(`${party}.principal`, id, 'electronic-service-consent'))?.status).toBe('issued');

  const other = await late();
  await issued(other);
  const opened = await paperOf(`${party}.liaison`, other);
  await (await api.as(`${party}.liaison`)).get(`/api/notices/${opened?.id}/pdf`);
  expect((await paperOf('inspector1', other))?.service?.recipients[0]?.proven).toBeNull();
  expect(
    await act(`${party}.principal`, other, 'sign-for-paper', { piece, answer: 'confirm' }),
  ).toMatchObject({ status: 200 });
  expect((await paperOf(`${party}.liaison`, other))?.service?.recipients[0]?.proven).toMatchObject({ way });
  expect(await unsound(api.orm.em.fork(), other)).toEqual([]);
});
