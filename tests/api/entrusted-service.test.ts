import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from '#contracts/page';
import type { CaseLine } from '#contracts/case';
import type { UploadedFiles } from '#contracts/file';
import { Notice } from '#db/entities/notice';
import { demoId } from '#db/seed/demo';
import { noticeText } from '#render/notice-text';
import { until } from '#tests/harness/poll';
import { dispatching, org, seal, text, type Dispatching } from './dispatching.ts';
import { pdf } from './uploading.ts';

let office: Dispatching;
beforeAll(async () => {
  office = await dispatching(['inspector1', 'inspector2', 'head1', 'leader1', 'archivist1']);
  await office.api.app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterAll(() => office.stop());

async function signedReceipt(): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf('送达回证'))]), '送达回证.pdf');
  const url = `${await office.api.app.getUrl()}/api/files`;
  const headers = { cookie: office.as('inspector1').cookie ?? '' };
  const { files } = (await (
    await fetch(url, { method: 'POST', body: form, headers })
  ).json()) as UploadedFiles;
  return files[0]?.id ?? '';
}

/** A paper for one hospital that has to be served; answers the case of its service. */
async function sentFormally(): Promise<string> {
  const caseId = await office.drafted(text('报送整改材料', { to: [org('youyi')] }));
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  await office.made(caseId);
  await office.done('archivist1', caseId, 'note-seal', seal);
  await office.done('inspector1', caseId, 'send', { formal: true, handed: [] });
  return until(async () => {
    const { items } = (await office.as('inspector1').get<Page<CaseLine>>('/api/cases?kind=serving')).body;
    return items[0]?.id;
  });
}

test('a paper that another office is entrusted with is served on the day on which the receipt was signed there', async () => {
  const serving = await sentFormally();
  const servers = ['inspector1', 'inspector2'].map((login) => demoId('person', login));
  const record = (result: string, more: object = {}) =>
    office.act('inspector1', serving, 'record-service', {
      ...{ piece: `1.${org('youyi')}`, result, on: '2026-11-23', servers },
      ...more,
    });
  const bare = await record('entrusted');
  const lacks = bare.body.errors?.map(({ field }) => field);
  expect([bare.status, lacks]).toEqual([422, ['entrustedTo', 'letterNumber']]);
  expect((await record('entrusted-received', { receiver: '李某' })).status).toBe(422);
  const letter = { entrustedTo: '丰台区卫生健康委员会', letterNumber: '京医管函〔2026〕12号' };
  expect((await record('entrusted', letter)).status).toBe(200);
  const seen = await office.view('inspector1', serving);
  expect(seen.todos.map(({ key }) => key)).toContain(`follow-entrusted/1.${org('youyi')}`);
  expect(seen.notices[0]?.service?.recipients[0]?.next?.label).toBe('等委托送达的结果');
  const received = { receiver: '院办公室 李某', files: [await signedReceipt()] };
  expect((await record('entrusted-received', { receiver: '李某' })).body.detail).toContain('请上传');
  expect((await record('entrusted-received', received)).status).toBe(200);
  const receipt = await until(async () => {
    const { notices } = await office.view('inspector1', serving);
    return notices.find(({ code, status }) => code === 'service-receipt' && status === 'issued');
  });
  const { document } = await office.api.orm.em.fork().findOneOrFail(Notice, { id: receipt.id });
  const said = document ? noticeText(document) : '';
  for (const words of ['委托送达', letter.entrustedTo, letter.letterNumber, '2026年11月23日'])
    expect([words, said.includes(words)]).toEqual([words, true]);
});
