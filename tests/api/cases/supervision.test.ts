import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import type { ActFormView, CaseView } from '#contracts/case';
import type { DeskView } from '#contracts/desk';
import type { TimelineView } from '#contracts/timeline';
import { newId } from '#db/id';
import { seedCalendar } from '#db/seed/calendar';
import { isWorkingDay } from '#domain/calendar';
import { addDays, type Day } from '#domain/day';
import { inOfficeHours } from '#domain/ladder';
import { until } from '#tests/harness/poll';
import { unsound } from '#tests/harness/soundness';
import { checking } from '../pair-lists/checking.ts';
import { runningApi } from '../running-api.ts';
import type { RunningApi } from '../running-api.ts';

let api: RunningApi;
let caseId: string;
beforeAll(async () => {
  api = await runningApi();
  api.clock.set(systemClock.now());
  await api.startWorker();
  const inspector = await api.as('inspector1');
  const { id } = (await checking(inspector).check('友谊医院\t宣武医院')).body;
  const launch = { actId: newId() };
  const launched = await inspector.send<{ caseId: string }>('POST', `/api/pair-lists/${id}/launch`, launch);
  await act('leader1', launched.body.caseId, 'sign', { decision: 'sign' });
  const em = api.orm.em.fork();
  caseId = await until(async () => {
    const rows = await em.execute<{ id: string }[]>("select id from case_file where kind = 'pairing'");
    return rows[0]?.id;
  });
}, 120_000);
afterAll(() => api?.stop());

async function act(login: string, id: string, action: string, form: object) {
  const browser = await api.as(login);
  return browser.send<{ seq: number; type?: string; detail?: string }>('POST', `/api/cases/${id}/acts`, {
    ...{ actId: newId(), action, form },
  });
}
const view = async (login = 'inspector1') =>
  (await (await api.as(login)).get<CaseView>(`/api/cases/${caseId}`)).body;
const deadlineOf = async (key: string) => (await view()).todos.find((todo) => todo.key === key)?.deadline;
const formOf = async (login: string, action: string) =>
  (await (await api.as(login)).get<ActFormView>(`/api/cases/${caseId}/forms/${action}`)).body;

function workingDayAfter(day: Day): Day {
  let next = addDays(day, 3);
  while (!isWorkingDay(seedCalendar, next)) next = addDays(next, 1);
  return next;
}

test('a hospital asks for more time, its section head grants it, the original due day stays', async () => {
  const before = await deadlineOf('confirm/pilot');
  const form = await formOf('youyi.liaison', 'request-extension');
  expect(form.options.todo?.map(({ value }) => value)).toEqual(['confirm/pilot']);
  const untilDay = workingDayAfter(before?.due ?? '');
  const asked = { todo: 'confirm/pilot', until: untilDay, reason: '联络员出差' };
  expect(await act('youyi.liaison', caseId, 'request-extension', asked)).toMatchObject({ status: 200 });
  expect(await act('youyi.liaison', caseId, 'request-extension', asked)).toMatchObject({ status: 409 });
  expect(await act('xuanwu.liaison', caseId, 'request-extension', asked)).toMatchObject({ status: 409 });

  const head = await api.as('head1');
  const { mine } = (await head.get<DeskView>('/api/desk')).body;
  expect(mine.map(({ step }) => step)).toContain('decide-extension');
  const request = (await formOf('head1', 'decide-extension')).options.request?.[0];
  expect(request?.label).toContain('第1次');
  const decision = { request: request?.value, decision: 'approve' };
  expect(await act('inspector1', caseId, 'decide-extension', decision)).toMatchObject({ status: 403 });
  expect(await act('youyi.principal', caseId, 'decide-extension', decision)).toMatchObject({ status: 403 });
  expect(await act('head1', caseId, 'decide-extension', decision)).toMatchObject({ status: 200 });
  expect(await deadlineOf('confirm/pilot')).toMatchObject({ due: untilDay, originalDue: before?.due });
  const timeline = (await head.get<TimelineView>(`/api/cases/${caseId}/timeline`)).body;
  expect(timeline.at(-1)?.effects.join()).toContain('延长期限');
});

test('a clock stops with approval on a ground that the rule allows, and starts again', async () => {
  const stop = { todos: ['confirm/assisted'], ground: 'higher-reply', reason: '等待市里答复' };
  expect(await act('head1', caseId, 'request-suspension', { ...stop, ground: 'holiday' })).toMatchObject({
    status: 409,
  });
  expect(await act('head1', caseId, 'request-suspension', stop)).toMatchObject({ status: 200 });
  const request = (await formOf('leader1', 'decide-suspension')).options.request?.[0]?.value;
  const decision = { request, decision: 'approve' };
  expect(await act('head1', caseId, 'decide-suspension', decision)).toMatchObject({
    status: 409,
    body: { type: 'own' },
  });
  expect(await act('leader1', caseId, 'decide-suspension', decision)).toMatchObject({ status: 200 });
  expect(await deadlineOf('confirm/assisted')).toMatchObject({ lateness: 'suspended' });
  const again = { todos: ['confirm/assisted'], reason: '已答复' };
  expect(await act('youyi.liaison', caseId, 'resume', again)).toMatchObject({ status: 409 });
  expect(await act('inspector1', caseId, 'resume', again)).toMatchObject({ status: 200 });
  const resumed = await deadlineOf('confirm/assisted');
  expect(resumed?.due! > resumed?.originalDue! || resumed?.due === resumed?.originalDue).toBe(true);
});

test('urging goes to the holder in office hours only, and once a day', async () => {
  const todos = ['confirm/pilot'];
  const open = inOfficeHours(api.clock.now(), seedCalendar) === api.clock.now();
  const first = await act('inspector1', caseId, 'urge', { todos });
  expect([first.status, first.body.type]).toEqual(open ? [200, undefined] : [409, 'hours']);
  const second = await act('inspector2', caseId, 'urge', { todos });
  expect([second.status, second.body.type]).toEqual([409, open ? 'urged' : 'hours']);
  expect(await act('youyi.liaison', caseId, 'urge', { todos })).toMatchObject({ status: 403 });
});

test('work is handed over within the office, and what a bureau shares out is not read by hospitals', async () => {
  const colleague = (await formOf('inspector1', 'request-recusal')).options.personId ?? [];
  expect(colleague.length).toBeGreaterThan(2);
  const form = await formOf('youyi.liaison', 'delegate');
  const principal = form.options.personId?.find(({ label }) => label.includes('主要负责人'))?.value;
  const given = { todo: 'confirm/pilot', personId: principal, reason: '请院长先看，内部意见' };
  expect(await act('youyi.liaison', caseId, 'delegate', given)).toMatchObject({ status: 200 });
  const { mine } = (await (await api.as('youyi.principal')).get<DeskView>('/api/desk')).body;
  expect(mine.map(({ caseId: id, key }) => [id, key])).toContainEqual([caseId, 'confirm/pilot']);
  const timeline = (await (await api.as('xuanwu.liaison')).get<TimelineView>(`/api/cases/${caseId}/timeline`))
    .body;
  expect(JSON.stringify(timeline)).not.toContain('内部意见');
  const back = { todo: 'confirm/pilot', report: '同意' };
  expect(await act('youyi.principal', caseId, 'give-back', back)).toMatchObject({ status: 200 });
  expect(await act('youyi.liaison', caseId, 'confirm', {})).toMatchObject({ status: 200 });
});

test('recusal is decided by a leader, and whoever stands aside does nothing more', async () => {
  const people = (await formOf('xuanwu.liaison', 'request-recusal')).options.personId ?? [];
  const inspector2 = (
    await api.orm.em
      .fork()
      .execute<{ id: string }[]>(
        "select p.id from person p join account a on a.person_id = p.id where a.login = 'inspector2'",
      )
  )[0]?.id;
  expect(people.map(({ value }) => value)).toContain(inspector2);
  const asked = { personId: inspector2, reason: '曾在我院任职' };
  expect(await act('xuanwu.liaison', caseId, 'request-recusal', asked)).toMatchObject({ status: 200 });
  const request = (await formOf('leader1', 'decide-recusal')).options.request?.[0]?.value;
  expect(await act('leader1', caseId, 'decide-recusal', { request, decision: 'approve' })).toMatchObject({
    status: 200,
  });
  expect(await act('inspector2', caseId, 'urge', { todos: ['confirm/assisted'] })).toMatchObject({
    status: 409,
    body: { type: 'recused' },
  });
  expect(await unsound(api.orm.em.fork(), caseId)).toEqual([]);
});
