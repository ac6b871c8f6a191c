import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '#contracts/problem';
import type { DraftPages } from '#contracts/notice';
import { newId } from '#db/id';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { playPair, toDoing } from './sample-pair.ts';

let api: RunningApi;
let principal: Browser;
const halfSigned = toDoing('youyi', 'xuanwu').slice(0, 5);

beforeAll(async () => {
  api = await runningApi();
  await api.startWorker();
  principal = await api.as('xuanwu.principal');
}, 120_000);
afterAll(() => api?.stop());

const draft = async (caseId: string) =>
  (await principal.send<DraftPages>('POST', `/api/cases/${caseId}/drafts/sign-pledge`, { form: {} })).body;
const sign = (caseId: string, paper?: string) => {
  const act = { actId: newId(), action: 'sign-pledge', form: { agreed: true }, ...(paper ? { paper } : {}) };
  return principal.send<Problem>('POST', `/api/cases/${caseId}/acts`, act);
};
const papers = (caseId: string) =>
  api.orm.em
    .fork()
    .execute<{ proof_hash: string | null }[]>('select proof_hash from notice where case_id = ?', [caseId]);

test('the paper that was read is signed, and no other', async () => {
  const caseId = await playPair(api.orm, 'youyi', 'xuanwu', halfSigned);
  const { hash, pages } = await draft(caseId);
  expect(pages.length).toBeGreaterThan(0);
  const other = await sign(caseId, 'a'.repeat(64));
  expect([other.status, other.body.type]).toEqual([409, expect.stringContaining('paper-changed')]);
  expect(other.body.detail).toContain('请重新查看文书');
  expect((await sign(caseId, 'not a hash')).status).toBe(400);
  expect(await papers(caseId)).toEqual([]);
  expect((await sign(caseId, hash ?? '')).status).toBe(200);
  expect(await papers(caseId)).toEqual([{ proof_hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

test('a paper with a character that no font has is refused before it is signed, and the character is named', async () => {
  const contacts = coreAreas.map((area) => ({
    area,
    name: '马\u{e0ab}',
    post: '主任',
    phone: '010-88886666',
  }));
  const acts = halfSigned.map((act) => {
    const [day, player, action, form] = act;
    return player === 'xuanwu.liaison' && action === 'file-group'
      ? ([day, player, action, { ...form, contacts }] as typeof act)
      : act;
  });
  const caseId = await playPair(api.orm, 'youyi', 'xuanwu', acts);
  const refused = await sign(caseId);
  expect([refused.status, refused.body.type]).toEqual([422, expect.stringMatching(/paper$/)]);
  expect(refused.body.detail).toContain('\u{e0ab}');
  expect(await papers(caseId)).toEqual([]);
});

test('an act that came to stand while it was sent again is answered, not refused', async () => {
  const caseId = await playPair(api.orm, 'youyi', 'xuanwu', halfSigned);
  const act = { actId: newId(), action: 'sign-pledge', form: { agreed: true } };
  // One every few milliseconds: some are being read in the moment in which the first one stands.
  const sent = Array.from({ length: 80 }, async (_, turn) => {
    await wait(turn * 8);
    return principal.send<Problem>('POST', `/api/cases/${caseId}/acts`, act);
  });
  const answers = await Promise.all(sent);
  expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.detail)).toEqual([]);
}, 60_000);
