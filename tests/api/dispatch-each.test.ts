import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NoticeLine } from '#contracts/notice';
import type { DraftPages, NoticePage } from '#contracts/notice';
import { Notice } from '#db/entities/notice';
import { newId } from '#db/id';
import { until } from '#tests/harness/poll';
import { dispatching, org, seal, text, type Dispatching } from './dispatching.ts';

let office: Dispatching;
beforeAll(async () => {
  office = await dispatching([
    ...['inspector1', 'head1', 'leader1', 'archivist1', 'youyi.liaison', 'chaoyang.liaison'],
  ]);
}, 120_000);
afterAll(() => office.stop());

const three = [org('youyi'), org('chaoyang'), org('tongren')];
const each = (more: object = {}) => text('报送整改材料', { to: three, each: true, ...more });
const papersOf = async (caseId: string, query = '', by = 'inspector1') =>
  (await office.as(by).get<NoticePage>(`/api/cases/${caseId}/notices${query}`)).body;
const statusFor = async (login: string, id: string) =>
  (await office.as(login).get<NoticeLine>(`/api/notices/${id}`)).status;
const said = async (id: string) =>
  JSON.stringify((await office.api.orm.em.fork().findOneOrFail(Notice, { id })).document);

async function signed(): Promise<string> {
  const caseId = await office.drafted(each());
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  return caseId;
}

test('one order issues a paper to each receiver, with its name and a number of its own, and each gets only its own when sent', async () => {
  const caseId = await signed();
  const notices = await office.made(caseId);
  expect(notices.map(({ heldFor }) => heldFor)).toEqual(
    expect.arrayContaining([expect.stringContaining('友谊'), expect.stringContaining('朝阳')]),
  );
  const numbers = notices.map(({ number }) => Number(/(\d+)号$/.exec(number ?? '')?.[1]));
  expect(numbers.map((one) => one - Math.min(...numbers)).sort()).toEqual([0, 1, 2]);
  const youyi = notices.find(({ heldFor }) => heldFor?.includes('友谊'))!;
  const words = await said(youyi.id);
  expect([words.includes('友谊医院'), words.includes('朝阳医院')]).toEqual([true, false]);
  for (const login of ['youyi.liaison', 'chaoyang.liaison'])
    expect([login, await statusFor(login, youyi.id)]).toEqual([login, 404]);
  await office.done('archivist1', caseId, 'note-seal', seal);
  expect(await statusFor('youyi.liaison', youyi.id)).toBe(404);
  await office.done('inspector1', caseId, 'send', { handed: [] });
  const read = await until(async () => {
    const { status, body } = await office.as('youyi.liaison').get<NoticeLine>(`/api/notices/${youyi.id}`);
    return status === 200 ? body : undefined;
  });
  expect([read.heldFor, read.to.length]).toEqual([null, 1]);
  expect(await statusFor('chaoyang.liaison', youyi.id)).toBe(404);
});

test('the draft shows the paper of the first receiver, then any other; what is signed is the first that was shown', async () => {
  const caseId = await office.drafted(each());
  const draft = (nth: number) =>
    office.as('head1').send<DraftPages>('POST', `/api/cases/${caseId}/drafts/review`, { form: {}, nth });
  const [first, second] = [(await draft(0)).body, (await draft(1)).body];
  expect([first.of, second.of, first.hash === second.hash]).toEqual([3, 3, true]);
  expect(first.pages).not.toEqual(second.pages);
  expect((await draft(1000)).status).toBe(400);
});

test('what goes to all in common has no place on papers for one each', async () => {
  const caseId = await office.drafted(each());
  await office.done('head1', caseId, 'review', { decision: 'return', note: '请改' });
  const saved = await office.save(caseId, 1, each({ to: [], copyTo: [org('youyi')], outside: ['市卫健委'] }));
  expect(saved.body.lacks.join('')).toMatch(/请选择收文单位|不填“系统外的收文单位”.*不填“抄送单位”/u);
  const tried = await office.act('inspector1', caseId, 'submit', { version: 2 });
  expect([tried.status, tried.body.detail]).toEqual([422, expect.stringContaining('逐户发文')]);
  // Drafted again for all in common: nothing of the first choice stays.
  expect((await office.save(caseId, 2, text('报送整改材料', { to: three }))).status).toBe(200);
  await office.done('inspector1', caseId, 'submit', { version: 3 });
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  expect(await office.made(caseId)).toHaveLength(1);
});

test('the papers of a case are read page by page and found by hospital, by nobody who may not see the case', async () => {
  const caseId = await signed();
  await office.made(caseId);
  const first = await papersOf(caseId, '?limit=2');
  expect([first.items.length, first.counts]).toEqual([2, { all: 3, made: 3, failed: 0 }]);
  const second = await papersOf(caseId, `?limit=2&after=${first.next ?? ''}`);
  expect([second.items.length, second.next]).toEqual([1, null]);
  const found = await papersOf(caseId, `?q=${encodeURIComponent('朝阳医院')}`);
  expect(found.items.map(({ heldFor }) => heldFor)).toEqual([expect.stringContaining('朝阳')]);
  expect((await papersOf(caseId, '?failed=true')).items).toEqual([]);
  expect((await office.as('youyi.liaison').get(`/api/cases/${caseId}/notices`)).status).toBe(404);
});

test('three hundred hospitals get three hundred papers, numbered without a gap, of which the case shows the first', async () => {
  const hospitals = Array.from({ length: 300 }, (_, nth) => ({ id: newId(), name: `第${nth + 1}社区医院` }));
  await office.api.orm.em.fork().execute(
    `insert into org (id, kind, name, created_at)
     select id, 'hospital', name, ? from jsonb_to_recordset(?::jsonb) as row(id uuid, name text)`,
    [office.api.clock.now(), JSON.stringify(hospitals)],
  );
  const caseId = await office.drafted(each({ to: hospitals.map(({ id }) => id) }));
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  const { items, counts } = await papersOf(caseId, `?q=${encodeURIComponent('第277社区医院')}`);
  expect([items.map(({ heldFor }) => heldFor), counts.all]).toEqual([['第277社区医院'], 300]);
  const { notices } = await office.view('inspector1', caseId);
  expect(notices).toHaveLength(20);
  await until(async () => (await papersOf(caseId, '?limit=1')).counts.made === 300);
  const numbers = await office.api.orm.em
    .fork()
    .execute<{ number: string }[]>('select number from notice where case_id = ? order by nth', [caseId]);
  const counted = numbers.map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1]));
  expect(counted.map((one) => one - (counted[0] ?? 0))).toEqual(counted.map((_, nth) => nth));
  await office.done('archivist1', caseId, 'note-seal', seal);
  await office.done('inspector1', caseId, 'send', { handed: [] });
  const delivered = () =>
    office.api.orm.em
      .fork()
      .execute<{ count: number }[]>(
        'select count(*)::int count from delivery d join notice n on n.id = d.notice_id where n.case_id = ?',
        [caseId],
      );
  await until(async () => (await delivered())[0]?.count === 300);
}, 240_000);
