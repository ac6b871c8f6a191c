import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { papersOf } from '#activities/papers';
import { loadStartConfig } from '#config/config';
import type { ActReceipt, CaseView } from '#contracts/case';
import type { NoticeLine } from '#contracts/notice';
import type { PaperCheck } from '#contracts/paper-check';
import { Notice } from '#db/entities/notice';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { createFolderStore } from '#files/store';
import { createRenderer } from '#render/renderer';
import { openSealer } from '#seal/sealer';
import { sealPassword, sealPfx } from '#tests/harness/certificate';
import { until } from '#tests/harness/poll';
import { holds } from '#tests/harness/verified';
import { openedCampaign } from './issued-notice.ts';
import { playCase } from '#tests/harness/play-case';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let as: (login: string) => Browser;
beforeAll(async () => {
  api = await runningApi();
  const [pfx, password] = [join(api.dataDir, 'seal.pfx'), join(api.dataDir, 'seal.password')];
  writeFileSync(pfx, sealPfx({ from: '2020-01-01', to: '2040-01-01' }));
  writeFileSync(password, `${sealPassword}\n`);
  await api.startWorker({
    ...{ PUBLIC_URL: 'https://dx.example.gov.cn', SEAL_PFX: pfx, SEAL_PASSWORD_FILE: password },
  });
  as = await api.people(['inspector1', 'head1', 'leader1', 'chief1']);
}, 120_000);
afterAll(() => api?.stop());

const form = {
  title: '做好值守工作',
  opening: '现将有关事项通知如下：',
  sections: [{ heading: '值守安排', text: '各医院主要负责人在院带班。' }],
  contact: '改革发展处 李明远',
  to: [demoId('org', 'youyi')],
  outside: [],
};
const act = async (by: string, caseId: string, action: string, filled: object) => {
  const body = { actId: newId(), action, form: filled };
  expect([action, (await as(by).send('POST', `/api/cases/${caseId}/acts`, body)).status]).toEqual([
    action,
    200,
  ]);
};
async function signed(paper: string, text: object): Promise<string> {
  const opened = { actId: newId(), form: { paper, title: '做好值守工作' } };
  const { caseId } = (await as('inspector1').send<ActReceipt>('POST', '/api/dispatches', opened)).body;
  await as('inspector1').send('POST', `/api/dispatches/${caseId}/text`, { version: 0, form: text });
  await act('inspector1', caseId, 'submit', { version: 1 });
  await act('head1', caseId, 'review', { decision: 'pass' });
  await act('leader1', caseId, 'sign', { decision: 'sign' });
  return caseId;
}
const view = async (caseId: string) => (await as('inspector1').get<CaseView>(`/api/cases/${caseId}`)).body;
const store = () => createFolderStore(`${api.dataDir}/files`);
async function bytesOf(sha256: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of store().open(sha256)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

test('a signed paper is sealed by itself, goes on without a note of the seal, and its record says by what', async () => {
  const caseId = await signed('general-notice', form);
  const sealed = await until(async () => {
    const one = await view(caseId);
    return one.stage === 'sending' ? one : undefined;
  });
  const [line] = sealed.notices as [NoticeLine];
  expect(line.sealed?.by).toBe('北京市医院管理局电子印章，颁发者北京市医院管理局电子印章，序列号4A11');
  const row = await api.orm.em.fork().findOneOrFail(Notice, { id: line.id });
  expect(row.document?.frame).toMatchObject({
    sealed: true,
    check: { code: row.checkCode, at: 'https://dx.example.gov.cn/check' },
  });
  const pdf = await bytesOf(row.pdfSha256 ?? '');
  expect(holds(pdf)).toBe(true);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const asked = { code: row.checkCode, sha256 };
  const { body } = await api.browser().send<PaperCheck>('POST', '/api/paper-checks', asked);
  expect(body.paper).toMatchObject({ number: line.number, file: 'same' });
  const pages = await as('inspector1').get<{ pages: string[] }>(`/api/notices/${line.id}/svg`);
  expect(pages.body.pages.join().replaceAll(/<[^>]*>/gu, '')).not.toContain('未用印');
}, 120_000);

test('papers set twice at once, or again after a crash, are sealed once', async () => {
  const caseId = await openedCampaign(api, '2026-11-23');
  await playCase(api.orm, 'campaign', caseId, [['2026-11-23', 'leader1', 'sign', { decision: 'sign' }]]);
  const [{ seq, idx }] = (await api.orm.em
    .fork()
    .execute('select seq, idx from notice where case_id = ?', [caseId])) as [{ seq: number; idx: number }];
  const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  const sealer = openSealer({ pfx: sealPfx(), password: sealPassword });
  const papers = papersOf(api.orm.em, { renderer, store: store(), clock: api.clock, sealer });
  const ref = { caseId, seq, index: idx, type: 'issueNotice' as const };
  const stored = async () => {
    const [row] = await api.orm.em.fork().find(Notice, { caseId });
    return [row?.pdfSha256, row?.sealedAt, row?.sealedBy];
  };
  await Promise.all([papers.render(ref), papers.render(ref)]);
  const first = await stored();
  expect(holds(await bytesOf(String(first[0])))).toBe(true);
  await papers.render(ref);
  expect(await stored()).toEqual(first);
  await renderer.close();
});
