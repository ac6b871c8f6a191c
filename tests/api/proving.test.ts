import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allOf } from '#api/acts/proving';
import { proofsOf } from '#api/acts/prove-papers';
import { loadStartConfig } from '#config/config';
import type { ActReceipt, ProvenPapers } from '#contracts/case';
import type { DraftPages } from '#contracts/notice';
import type { Problem } from '#contracts/problem';
import { newId } from '#db/id';
import { plusMs } from '#domain/day';
import { noticeTypeOf } from '#domain/notice-types';
import { createRenderer } from '#render/renderer';
import { dispatching, org, text, type Dispatching } from './dispatching.ts';

let office: Dispatching;
const hospitals = Array.from({ length: 300 }, (_, nth) => ({ id: newId(), name: `第${nth + 1}社区医院` }));
beforeAll(async () => {
  office = await dispatching(['inspector1', 'head1', 'leader1', 'youyi.liaison']);
  await office.api.orm.em.fork().execute(
    `insert into org (id, kind, name, created_at)
     select id, 'hospital', name, ? from jsonb_to_recordset(?::jsonb) as row(id uuid, name text)`,
    [office.api.clock.now(), JSON.stringify(hospitals)],
  );
}, 120_000);
afterAll(() => office.stop());

async function waiting(to: string[], more: object = {}): Promise<string> {
  const caseId = await office.drafted(text('报送整改材料', { to, each: true, ...more }));
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  return caseId;
}
const rows = <T>(sql: string, values: unknown[] = []) => office.api.orm.em.fork().execute<T[]>(sql, values);
const signature = async (caseId: string) => {
  const draft = await office
    .as('leader1')
    .send<DraftPages>('POST', `/api/cases/${caseId}/drafts/sign`, { form: {} });
  return { actId: randomUUID(), action: 'sign', form: { decision: 'sign' }, paper: draft.body.hash };
};
const prove = (caseId: string, body: object, by = 'leader1') =>
  office.as(by).send<ProvenPapers & Problem>('POST', `/api/cases/${caseId}/acts/proofs`, body);
const sign = (caseId: string, body: object) =>
  office.as('leader1').send<ActReceipt & Problem>('POST', `/api/cases/${caseId}/acts`, body);
const later = () => office.api.clock.set(plusMs(office.api.clock.now(), 60_000));
const issued = async (caseId: string) =>
  (await rows('select 1 from notice where case_id = ?', [caseId])).length;
const proofs = () => rows<{ hash: string; at: string }>('select hash, at from notice_proof order by hash');

test('many papers are set a part in each request, each once, before the signature, which finds all of them', async () => {
  const caseId = await waiting(hospitals.map(({ id }) => id));
  const body = await signature(caseId);
  const before = (await proofs()).length;
  const told: ProvenPapers[] = [];
  for (let last: ProvenPapers | undefined; last === undefined || last.proven < last.of;) {
    const started = performance.now();
    const answer = await prove(caseId, body);
    expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
    // A proxy waits a minute: ten times less, with a machine three times as slow to spare.
    expect(performance.now() - started).toBeLessThan(20_000);
    last = answer.body;
    told.push(last);
  }
  expect(told.map(({ of }) => of)).toEqual(told.map(() => 300));
  expect(told.map(({ proven }) => proven)).toEqual(told.map(({ proven }) => proven).sort((a, b) => a - b));
  expect(await issued(caseId)).toBe(0);
  expect((await office.view('leader1', caseId)).stageLabel).toBe('待签发');
  const set = await proofs();
  // Whatever is set from now on would say so.
  later();
  expect(set.length - before).toBe(300);
  expect((await sign(caseId, body)).status).toBe(200);
  expect(await proofs()).toEqual(set);
  expect(await issued(caseId)).toBe(300);
  // Its answer was lost: whoever asks again has nothing more to set, and signs nothing twice.
  expect((await prove(caseId, body)).body).toEqual({ proven: 0, of: 0 });
  expect((await sign(caseId, body)).status).toBe(200);
  expect(await issued(caseId)).toBe(300);
}, 240_000);

test('what breaks off goes on with what is not set yet', async () => {
  const caseId = await waiting(
    hospitals.slice(0, 40).map(({ id }) => id),
    { opening: '请于今日报送。' },
  );
  const body = await signature(caseId);
  await prove(caseId, body);
  const [kept, lost] = [await proofs(), hospitals[7]!.name];
  const gone = await rows<{ hash: string }>(
    `delete from notice_proof p where document::text like ? and not exists
       (select 1 from notice n where n.proof_hash = p.hash) returning hash`,
    [`%${lost}%`],
  );
  expect(gone).toHaveLength(1);
  later();
  expect((await prove(caseId, body)).body).toEqual({ proven: 40, of: 40 });
  const stayed = (one: { hash: string }) => one.hash !== gone[0]?.hash;
  expect((await proofs()).filter(stayed)).toEqual(kept.filter(stayed));
});

test('where there is no more time for all the papers of an act it is put off, and sent again it goes on', async () => {
  const { em } = office.api.orm;
  const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  const { code, sample, read } = noticeTypeOf('general-notice');
  const papers = ['一', '二', '三'].map((nth) => {
    const found = read({ ...(sample as object), title: `第${nth}件事` });
    if ('wrong' in found) throw new Error(found.wrong.join());
    return { idx: 0, code, content: found.content };
  });
  const parts = { em: em.fork(), clock: office.api.clock, renderer, patienceMs: 0 };
  const told: number[] = [];
  for (const nth of [1, 2, 3]) {
    const proofs = await proofsOf(parts, papers);
    told.push(proofs.proven);
    if (nth === 3) expect(allOf(proofs)).toHaveLength(1);
    else expect(() => allOf(proofs)).toThrow(/已校验\d份，共3份，现在还没有签发/u);
  }
  expect(told).toEqual([1, 2, 3]);
  await renderer.close();
});

test('papers that were set beforehand are signed only as they read now', async () => {
  const caseId = await waiting([hospitals[0]!.id, hospitals[1]!.id], { opening: '请于明日报送。' });
  const body = await signature(caseId);
  expect((await prove(caseId, body)).body).toEqual({ proven: 2, of: 2 });
  await rows('update org set name = ? where id = ?', ['改了名的医院', hospitals[0]!.id]);
  for (const send of [prove, sign]) {
    const { status, body: said } = await send(caseId, body);
    expect([status, said.type]).toEqual([409, expect.stringContaining('paper-changed')]);
  }
  expect(await issued(caseId)).toBe(0);
  await rows('update org set name = ? where id = ?', [hospitals[0]!.name, hospitals[0]!.id]);
});

test('one paper that cannot be printed keeps all from being signed, and is said before the signature', async () => {
  const odd = { id: newId(), name: '第\u{2fffd}医院' };
  await rows(`insert into org (id, kind, name, created_at) values (?, 'hospital', ?, ?)`, [
    ...[odd.id, odd.name, office.api.clock.now()],
  ]);
  const caseId = await waiting([hospitals[0]!.id, hospitals[1]!.id, odd.id]);
  const body = await signature(caseId);
  for (const send of [prove, sign]) {
    const { status, body: said } = await send(caseId, body);
    expect([status, said.detail]).toEqual([422, expect.stringMatching(/没有签发.*\u{2fffd}/u)]);
  }
  expect(await issued(caseId)).toBe(0);
});

test('only who may sign has papers set, and only of cases that he sees', async () => {
  const caseId = await waiting([org('youyi')]);
  const body = { actId: randomUUID(), action: 'sign', form: { decision: 'sign' } };
  expect((await prove(caseId, body, 'head1')).status).toBe(403);
  expect((await prove(caseId, body, 'youyi.liaison')).status).toBe(404);
  expect((await prove(caseId, { ...body, action: 'nothing' })).status).toBe(404);
  // A return issues nothing.
  const returned = { ...body, form: { decision: 'return', note: '请改' } };
  expect((await prove(caseId, returned)).body).toEqual({ proven: 0, of: 0 });
  expect((await office.view('leader1', caseId)).stageLabel).toBe('待签发');
});
