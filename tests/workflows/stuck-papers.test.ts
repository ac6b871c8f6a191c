import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { loadStartConfig } from '#config/config';
import { newId } from '#db/id';
import { liveCases } from '#db/queries/live-cases';
import { actorOf } from '#db/seed/cases/actors';
import { createRenderer } from '#render/renderer';
import { reconcile } from '#runner/reconcile';
import { workflowIdOf } from '#runner/runner-client';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { orderPapers, signOrder } from '#tests/harness/paper-orders';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let worker: Running;
const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
beforeAll(async () => {
  desk = await bureau();
  worker = await desk.startWorker();
});
afterAll(async () => {
  await renderer.close();
  await desk?.stop();
});

const rows = <T>(sql: string, values: unknown[] = []) => desk.orm.em.fork().execute<T[]>(sql, values);
const receivers = 12;

interface Paper {
  id: string;
  nth: number;
  number: string;
  failure: string | null;
  made: boolean;
  deliveries: number;
  messages: number;
}
const papersOf = (caseId: string) =>
  rows<Paper>(
    `select n.id, n.nth, n.number, n.failure, n.rendered_at is not null as made,
            (select count(*)::int from delivery d where d.notice_id = n.id) as deliveries,
            (select count(*)::int from message m where m.code = 'notice-issued' and m.params ->> 'noticeId' = n.id::text)
              as messages
       from notice n where n.case_id = ? order by n.nth`,
    [caseId],
  );
const alarmsOf = (papers: Paper[]) =>
  rows<{ person_id: string | null; role: string | null; params: { number: string } }>(
    `select person_id, role, params from message where code = 'paper-stuck'
        and split_part(key, '/', 2) in (select jsonb_array_elements_text(?::jsonb)) order by role nulls last`,
    [JSON.stringify(papers.map(({ id }) => id))],
  );
const sentOnce = { made: true, failure: null, deliveries: 1, messages: 1 };

/** Signed, and not begun yet. */
async function signed(): Promise<string> {
  const to = await rows<{ id: string }>(`select id from org where kind = 'hospital' order by id limit ?`, [
    receivers,
  ]);
  const at = systemClock.now();
  const order = await orderPapers({ orm: desk.orm, renderer, at, receivers: to.map(({ id }) => id) });
  expect(await signOrder(desk.orm, order)).toMatchObject({ status: 'committed' });
  return order.caseId;
}

async function begin(caseId: string): Promise<void> {
  await reconcile(desk.runner, liveCases(desk.orm.em.fork()), { repair: true });
  // One that was started before the signature learns of it here.
  const fields = { sealedOn: systemClock.today() };
  await desk.send(
    { caseId, kind: 'dispatch' },
    { actId: newId(), action: 'note-seal', actor: actorOf('archivist1'), fields, facts: {} },
  );
}

const done = (caseId: string) =>
  until(
    async () =>
      (await rows('select 1 from effect where case_id = ? and done_at is null', [caseId])).length === 0,
  );

test('of an order only the paper that cannot be set waits, keeps its number, is alarmed once, and comes when it can', async () => {
  const caseId = await signed();
  const [proof] = await rows<{ hash: string }>(
    'select distinct proof_hash as hash from notice where case_id = ?',
    [caseId],
  );
  const spoilt = 'd'.repeat(64);
  await rows(
    `insert into notice_proof (hash, code, document, pages, at)
     select ?, code, jsonb_set(document, '{frame,date}', '"2026-02-31"'), pages, at from notice_proof where hash = ?`,
    [spoilt, proof?.hash],
  );
  await rows('update notice set proof_hash = ? where case_id = ? and nth = 3', [spoilt, caseId]);
  await begin(caseId);
  const before = await until(async () => {
    const papers = await papersOf(caseId);
    return (await alarmsOf(papers)).length > 0 && papers;
  });
  const [stuck] = before.filter(({ made }) => !made);
  expect(stuck).toMatchObject({
    nth: 3,
    deliveries: 0,
    messages: 0,
    failure: expect.stringContaining('Typst'),
  });
  expect(before.filter(({ made }) => made)).toHaveLength(receivers - 1);
  for (const paper of before.filter(({ nth }) => nth !== 3)) expect(paper).toMatchObject(sentOnce);
  await rows('update notice set proof_hash = ? where case_id = ? and nth = 3', [proof?.hash, caseId]);
  await done(caseId);
  const after = await papersOf(caseId);
  for (const paper of after) expect(paper).toMatchObject(sentOnce);
  expect(after.map(({ number }) => number)).toEqual(before.map(({ number }) => number));
  const told = { params: { number: stuck?.number } };
  expect(await alarmsOf(after)).toMatchObject([
    { role: 'system-admin', person_id: null, ...told },
    { role: null, person_id: actorOf('leader1').personId, ...told },
  ]);
});

test('an act that stands in PostgreSQL while its runner never heard of it has its effects done all the same', async () => {
  const to = await rows<{ id: string }>(`select id from org where kind = 'hospital' order by id limit 2`);
  const ids = to.map(({ id }) => id);
  const at = systemClock.now();
  const order = await orderPapers({ orm: desk.orm, renderer, at, receivers: ids });
  const repaired = () => reconcile(desk.runner, liveCases(desk.orm.em.fork()), { repair: true });
  await repaired();
  const handle = desk.runner.client.workflow.getHandle(workflowIdOf(order.caseId));
  await until(async () => (await handle.describe()).historyLength > 5);
  // As a worker that commits and dies, and a client that is gone too.
  expect(await signOrder(desk.orm, order)).toMatchObject({ status: 'committed' });
  await until(async () => {
    await repaired();
    return (await papersOf(order.caseId)).every(({ made }) => made);
  });
  await done(order.caseId);
  for (const paper of await papersOf(order.caseId)) expect(paper).toMatchObject(sentOnce);
});

/** No file of the worker may grow past so many bytes: writing fails in the middle, as on a full disk. */
const limitFiles = (bytes: number | 'unlimited') =>
  execFileSync('prlimit', [`--pid=${worker.child.pid}`, `--fsize=${bytes}:unlimited`]);

test('papers that find no room to be written leave nothing half done, and are all sent when there is room', async () => {
  const caseId = await signed();
  limitFiles(20_000);
  await begin(caseId);
  await until(async () => (await alarmsOf(await papersOf(caseId))).length === 2);
  const without = await papersOf(caseId);
  for (const paper of without)
    expect(paper).toMatchObject({
      made: false,
      deliveries: 0,
      messages: 0,
      failure: expect.stringMatching(/\S/),
    });
  const incoming = join(desk.environment.DATA_DIR ?? '', 'files', 'incoming');
  await until(async () => readdirSync(incoming).length === 0);
  limitFiles('unlimited');
  await done(caseId);
  for (const paper of await papersOf(caseId)) expect(paper).toMatchObject(sentOnce);
  expect(await alarmsOf(without)).toHaveLength(2);
  // The same worker, all the while.
  expect(worker.child.exitCode).toBeNull();
});
