import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { casesOf, memberId } from '#activities/cases';
import { RUNNER } from '#api/parts.module';
import type { CaseLine, TodoLine } from '#contracts/case';
import type { DispatchBody } from '#contracts/dispatch';
import type { Page } from '#contracts/page';
import { deliverNotices } from '#db/commands/deliver-notice';
import { liveCases } from '#db/queries/live-cases';
import { papersToServe } from '#db/queries/papers-to-serve';
import { reconcile } from '#runner/reconcile';
import type { RunnerClient } from '#runner/runner-client';
import { until } from '#tests/harness/poll';
import { dispatching, org, seal, text, type Dispatching } from './dispatching.ts';

const hospitals = ['youyi', 'chaoyang', 'tongren'];
let office: Dispatching;
beforeAll(async () => {
  const bureau = ['inspector1', 'inspector2', 'head1', 'leader1', 'leader2', 'archivist1'];
  office = await dispatching([...bureau, ...hospitals.map((key) => `${key}.liaison`)]);
}, 120_000);
afterAll(() => office.stop());

const named: Record<string, string> = { youyi: '友谊', chaoyang: '朝阳', tongren: '同仁' };
const serviceOf = async (caseId: string) =>
  ((await office.view('inspector1', caseId)).body as DispatchBody).service;
const members = async (by: string, caseId: string) =>
  (await office.as(by).get<Page<CaseLine>>(`/api/cases?campaignId=${caseId}&status=all`)).body.items;
const piece = (key: string) => ({ piece: `1.${org(key)}` });

/** A paper for each of three hospitals, each asked to sign for its own; answers the case of the papers. */
async function sentToEach(): Promise<string> {
  const to = hospitals.map(org);
  const caseId = await office.drafted(text('报送整改材料', { to, each: true }));
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  await office.made(caseId);
  await office.done('archivist1', caseId, 'note-seal', seal);
  await office.done('inspector1', caseId, 'send', { formal: true, handed: [] });
  return caseId;
}
const begun = (caseId: string) =>
  until(async () => ((await serviceOf(caseId))?.each?.begun === 3 ? true : undefined));
/** The case in which this hospital is asked to sign. */
const askedIn = (key: string, caseId: string) =>
  until(async () => {
    const login = `${key}.liaison`;
    const { items } = (await office.as(login).get<Page<TodoLine>>('/api/todos')).body;
    const own = (await members(login, caseId)).map(({ id }) => id);
    return items.find((todo) => todo.step === 'sign-for-paper' && own.includes(todo.caseId))?.caseId;
  });

test('each receiver is served its own paper in a case of its own and learns of no other; the paper counts and is filed at the end', async () => {
  const caseId = await sentToEach();
  await begun(caseId);
  expect(await serviceOf(caseId)).toMatchObject({
    ...{ of: 3, served: 0, dropped: false, common: null },
    each: { begun: 3, open: hospitals.map(() => ({ name: expect.stringContaining('医院') })) },
  });
  const cases = new Map<string, string>();
  for (const key of hospitals) cases.set(key, await askedIn(key, caseId));
  expect(new Set(cases.values()).size).toBe(3);
  for (const key of hospitals) {
    const serving = cases.get(key) ?? '';
    const seen = await office.view(`${key}.liaison`, serving);
    expect([seen.kind, seen.campaign, seen.notices.length]).toEqual(['serving', null, 1]);
    expect(seen.title).toMatch(new RegExp(`^送达：关于报送整改材料的通知（.*${named[key]}.*）$`, 'u'));
    expect(seen.notices[0]?.service?.recipients.map(({ recipient }) => recipient)).toEqual([org(key)]);
    for (const [other, word] of Object.entries(named))
      expect([key, other, JSON.stringify(seen).includes(word)]).toEqual([key, other, other === key]);
    for (const other of hospitals.filter((one) => one !== key)) {
      const { status } = await office.as(`${other}.liaison`).get(`/api/cases/${serving}`);
      expect([other, status]).toEqual([other, 404]);
      const tried = await office.act(`${other}.liaison`, serving, 'sign-for-paper', {
        ...{ ...piece(key), answer: 'confirm' },
      });
      expect(tried.status).toBe(404);
    }
    expect((await members(`${key}.liaison`, caseId)).map(({ id }) => id)).toEqual([serving]);
  }
  expect((await office.as('youyi.liaison').get(`/api/cases/${caseId}`)).status).toBe(404);
  expect(await members('inspector2', caseId)).toHaveLength(3);
  const own = await office.view('inspector1', cases.get('youyi') ?? '');
  expect([own.campaign?.id, own.notices.length]).toEqual([caseId, 1]);

  const sign = (key: string, answer: object) =>
    office.done(`${key}.liaison`, cases.get(key) ?? '', 'sign-for-paper', { ...piece(key), ...answer });
  await sign('youyi', { answer: 'confirm' });
  await sign('chaoyang', { answer: 'refuse', reason: '文书列的医院名称有误' });
  expect(await serviceOf(caseId)).toMatchObject({ served: 1, each: { begun: 3 } });
  expect((await office.act('archivist1', caseId, 'archive')).body.detail).toContain('还有收文单位没有送达');
  await sign('tongren', { answer: 'confirm' });
  const servers = await serverIds(cases.get('chaoyang') ?? '');
  const left = { result: 'left', on: '2026-11-23', servers, place: '该院行政楼', refusal: '拒收' };
  const record = { ...piece('chaoyang'), ...left, witness: '社区居委会 张某' };
  await office.done('inspector1', cases.get('chaoyang') ?? '', 'record-service', record);
  await until(async () => ((await serviceOf(caseId))?.served === 3 ? true : undefined));
  await until(async () => (await office.act('archivist1', caseId, 'archive')).status === 200);
  const receipts = await until(async () => {
    const papers = (await office.view('inspector1', cases.get('chaoyang') ?? '')).notices;
    return papers.find(({ code, status }) => code === 'service-receipt' && status === 'issued');
  });
  expect(receipts.to).toEqual([]);
});

async function serverIds(caseId: string): Promise<string[]> {
  const { body } = await office.as('inspector1').get<{
    options: Record<string, { value: string }[]>;
  }>(`/api/cases/${caseId}/forms/record-service`);
  return (body.options.servers ?? []).slice(0, 2).map(({ value }) => value);
}

test('papers that become void are served on nobody any more', async () => {
  const caseId = await sentToEach();
  await begun(caseId);
  const youyi = await askedIn('youyi', caseId);
  await office.done('youyi.liaison', youyi, 'sign-for-paper', { ...piece('youyi'), answer: 'confirm' });
  await until(async () => (await office.view('inspector1', youyi)).stage === 'done');
  await office.done('inspector1', caseId, 'ask-void', { reason: '附件清单有误，应当收回' });
  await office.done('leader2', caseId, 'decide-void', { decision: 'approve' });
  const stages = await until(async () => {
    const found = (await members('inspector1', caseId)).map(({ stage }) => stage).sort();
    return found.includes('serving') ? undefined : found;
  });
  expect(stages).toEqual(['done', 'dropped', 'dropped']);
  expect(await serviceOf(caseId)).toMatchObject({ served: 1, dropped: true, each: { open: [] } });
  const late = { ...piece('tongren'), answer: 'confirm' };
  const [dropped] = (await members('tongren.liaison', caseId)).map(({ id }) => id);
  expect((await office.act('tongren.liaison', dropped ?? '', 'sign-for-paper', late)).status).toBe(409);
});

test('a case that was just being opened when the papers became void is dropped all the same', async () => {
  const caseId = await sentToEach();
  await begun(caseId);
  const em = office.api.orm.em.fork();
  const { seq } = await sendingOf(caseId);
  await office.done('inspector1', caseId, 'ask-void', { reason: '附件清单有误，应当收回' });
  await office.done('leader2', caseId, 'decide-void', { decision: 'approve' });
  const stages = async () => (await members('inspector1', caseId)).map(({ stage }) => stage);
  await until(async () => (await stages()).every((stage) => stage === 'dropped'));
  const runner = office.api.app.get<RunnerClient>(RUNNER);
  const source = { sourceCase: caseId, sourceSeq: seq, campaignId: caseId };
  const fields = { paper: 'general-notice', to: org('tongren'), ...source };
  const ref = { caseId, seq, index: 0, type: 'deliverNotice' as const };
  await casesOf(office.api.orm.em, runner).openMembers(ref, 'serving', [{ row: 9, fields }]);
  expect(await stages()).toContain('serving');
  await em.execute("update effect set done_at = null where case_id = ? and type = 'deliverNotice'", [caseId]);
  await reconcile(runner, liveCases(em), { repair: true });
  await until(async () => (await stages()).every((stage) => stage === 'dropped'));
});

test('what is sent or performed twice opens and sends nothing twice', async () => {
  const caseId = await sentToEach();
  await begun(caseId);
  const em = office.api.orm.em.fork();
  const sending = await sendingOf(caseId);
  const before = await traces(caseId);
  expect((await office.act('inspector1', caseId, 'send', { formal: true, handed: [] })).status).not.toBe(200);
  // As a worker does that goes on after another was killed.
  const ref = { caseId, ...sending, type: 'deliverNotice' as const };
  const cases = casesOf(office.api.orm.em, office.api.app.get<RunnerClient>(RUNNER));
  const servingOf = (nth: number) => memberId(caseId, nth);
  await deliverNotices(em, { caseId, to: hospitals.map(org), at: office.api.clock.now(), servingOf });
  const rows = await papersToServe(em, ref);
  await cases.openMembers(ref, 'serving', rows);
  await cases.tellOpened(ref, rows.length);
  expect(rows).toHaveLength(3);
  expect(await traces(caseId)).toEqual(before);
});

/** The effect that delivers the papers, once it is done. */
const sendingOf = (caseId: string) =>
  until(async () => {
    const [row] = await office.api.orm.em
      .fork()
      .execute<{ seq: number; index: number }[]>(
        "select seq, idx as index from effect where case_id = ? and type = 'deliverNotice' and done_at is not null",
        [caseId],
      );
    return row;
  });

/** What service leaves in the database: cases, messages and events. */
async function traces(caseId: string): Promise<unknown> {
  const em = office.api.orm.em.fork();
  const ids = (await members('inspector1', caseId)).map(({ id }) => id).sort();
  const [counts] = await em.execute<object[]>(
    `select (select count(*)::int from message where case_id = any(?)) messages,
            (select count(*)::int from delivery d join notice n on n.id = d.notice_id where n.case_id = ?) deliveries,
            (select count(*)::int from case_event where case_id = ?) events`,
    [`{${ids.join(',')}}`, caseId, caseId],
  );
  return { ids, counts };
}
