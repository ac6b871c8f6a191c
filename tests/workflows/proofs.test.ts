import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import type { ActMessage } from '#contracts/act';
import { commitAct } from '#db/commands/commit-act';
import { forgetProofs } from '#db/commands/proofs';
import { newId } from '#db/id';
import { ruleBookFor } from '#db/queries/rule-book';
import { storedCase } from '#db/queries/stored-case';
import type { Actor } from '#domain/actor';
import { addDays, plusMs, shanghaiDay } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import type { NoticeDocument } from '#domain/notice';
import { isRefusal } from '#domain/permission';
import { decide } from '#domain/procedure';
import { noticeText } from '#render/notice-text';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { halfSignedPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import { prover } from '#tests/harness/proven';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let assisted: Actor;
const today = systemClock.today();
beforeAll(async () => {
  desk = await bureau();
  await desk.startWorker();
  assisted = await desk.person('principal', '宣武');
});
afterAll(() => desk?.stop());

const rows = <T>(sql: string, values: unknown[] = []) => desk.orm.em.fork().execute<T[]>(sql, values);
const signature = (): ActMessage => ({
  ...{ actId: newId(), action: 'sign-pledge', actor: assisted, fields: {}, facts: {} },
});

/** What the runner commits, without the runner: the way that does not lead through the API. */
async function commit(caseId: string, message: ActMessage) {
  const em = desk.orm.em.fork();
  const stored = await storedCase(em, caseId);
  const at = systemClock.now();
  const event = { ...message, at, day: shanghaiDay(at) };
  const kind = kindOf('pairing');
  const decision = decide(kind, stored?.state, event, await ruleBookFor(em, 'pairing', today, stored?.state));
  if (!stored || isRefusal(decision)) throw new Error('not decided');
  const { state, effects } = decision;
  const input = { caseId, kind: 'pairing', seq: stored.seq + 1, event, state, effects };
  return commitAct(desk.orm.em, input);
}

const papersOf = (caseId: string) => rows('select 1 from notice where case_id = ?', [caseId]);
const changed = { status: 'facts-changed', reason: expect.stringContaining('文书的内容刚刚有变化') };
const rename = (to: string) => rows(`update org set name = ? where id = ?`, [to, assisted.posts[0]?.orgId]);

test('no paper is signed that was not set before: without its proof the commit refuses, by whatever way it comes', async () => {
  const caseId = await halfSignedPair(desk, today);
  const { prove, close } = prover(desk.orm);
  const target = { caseId, kind: 'pairing' };
  expect(await commit(caseId, signature())).toMatchObject(changed);
  expect(await commit(caseId, { ...signature(), facts: { papers: ['0'.repeat(64)] } })).toMatchObject(
    changed,
  );
  const proven = await prove(target, signature(), systemClock.now());
  // The hash is right, and nobody has set such a paper.
  await rows('update notice_proof set hash = ? where hash = ?', ['f'.repeat(64), proven.facts.papers?.[0]]);
  expect(await commit(caseId, proven)).toMatchObject(changed);
  expect(await papersOf(caseId)).toEqual([]);
  expect((await storedCase(desk.orm.em.fork(), caseId))?.state.stage).toBe('pledging');
  await rows(`delete from notice_proof where hash = ?`, ['f'.repeat(64)]);
  expect(await commit(caseId, await prove(target, proven, systemClock.now()))).toMatchObject({
    status: 'committed',
  });
  await close();
});

test('where its words have changed since it was set the paper is not issued, and set again it is', async () => {
  const caseId = await halfSignedPair(desk, today);
  const { prove, close } = prover(desk.orm);
  const target = { caseId, kind: 'pairing' };
  const proven = await prove(target, signature(), systemClock.now());
  const [before] = await rows<{ name: string }>('select name from org where id = ?', [
    assisted.posts[0]?.orgId,
  ]);
  await rename('首都医科大学宣武医院（新院区）');
  expect(await commit(caseId, proven)).toMatchObject(changed);
  expect(await commit(caseId, await prove(target, proven, systemClock.now()))).toMatchObject({
    status: 'committed',
  });
  await rename(before?.name ?? '');
  await close();
});

test('what was signed is what is printed, whatever is renamed before the printer comes to it', async () => {
  const files = join(desk.environment.DATA_DIR ?? '', 'files');
  rmSync(files, { recursive: true, force: true });
  writeFileSync(files, '');
  const caseId = await halfSignedPair(desk, today);
  await desk.act(caseId, assisted, 'sign-pledge');
  await until(async () => (await rows('select 1 from effect where failure is not null')).length > 0);
  await rename('改了名的医院');
  rmSync(files);
  const [paper] = await until(async () => {
    const found = await rows<{ document: NoticeDocument; proof: NoticeDocument }>(
      `select n.document, p.document proof from notice n join notice_proof p on p.hash = n.proof_hash
        where n.case_id = ? and n.rendered_at is not null`,
      [caseId],
    );
    return found.length > 0 && found;
  });
  expect(noticeText(paper!.document)).toContain('宣武医院');
  expect(noticeText(paper!.document)).not.toContain('改了名');
  expect(paper!.document.blocks).toEqual(paper!.proof.blocks);
});

test('a proof from which nothing was issued goes after a day, one that was signed stays', async () => {
  const signed = await rows('select 1 from notice where proof_hash is not null');
  expect(signed.length).toBeGreaterThan(0);
  await rows(
    `insert into notice_proof (hash, code, document, pages, at) values (?, 'circular', '{}', 1, now())`,
    ['e'.repeat(64)],
  );
  await forgetProofs(desk.orm.em.fork(), plusMs(systemClock.now(), 3_600_000));
  expect(await rows('select 1 from notice_proof where hash = ?', ['e'.repeat(64)])).toHaveLength(1);
  await forgetProofs(desk.orm.em.fork(), plusMs(`${addDays(today, 2)}T00:00:00.000Z`, 0));
  expect(await rows('select 1 from notice_proof where hash = ?', ['e'.repeat(64)])).toEqual([]);
  expect(await rows('select 1 from notice_proof p join notice n on n.proof_hash = p.hash')).toHaveLength(
    signed.length,
  );
});
