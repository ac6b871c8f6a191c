import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { ActReceipt } from '#contracts/case';
import type { DispatchText } from '#contracts/dispatch';
import type { NoticeDocument } from '#domain/notice';
import type { Problem } from '#contracts/problem';
import { newId } from '#db/id';
import { noticeText } from '#render/notice-text';
import { addHospitals, hospitalsOf } from '#tests/bench/hospitals';
import { until } from '#tests/harness/poll';
import { measured } from '../papers/measured.ts';
import { wordsOf } from '../papers/setting.ts';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(120_000);

let api: RunningApi;
let as: (login: string) => Browser;
beforeAll(async () => {
  api = await runningApi();
  await api.startWorker();
  as = await api.people(['inspector1', 'head1', 'leader1']);
});
afterAll(() => api?.stop());

const send = <T>(login: string, path: string, body: object) =>
  as(login).send<T & Problem>('POST', path, body);
const act = (login: string, caseId: string, action: string, form: object) =>
  send<ActReceipt>(login, `/api/cases/${caseId}/acts`, { actId: newId(), action, form });
const keep = (caseId: string, form: object, version = 0) =>
  send<DispatchText>('inspector1', `/api/dispatches/${caseId}/text`, { version, form });

const written = (more: object = {}) => ({
  title: '做好值守工作',
  opening: '现将有关事项通知如下：',
  sections: [{ heading: '值守安排', text: '各医院主要负责人在院带班。' }],
  contact: '改革发展处 李明远',
  ...{ to: [], outside: ['各有关医院'] },
  ...more,
});

async function drafted(paper = 'general-notice'): Promise<string> {
  const opened = await send<ActReceipt>('inspector1', '/api/dispatches', {
    ...{ actId: newId(), form: { paper, title: '做好值守工作' } },
  });
  expect(opened.status).toBe(200);
  return opened.body.caseId;
}

/** From the drafter's words to the bytes, by the way that every paper goes. */
async function printed(form: object): Promise<{ text: string; pdf: string }> {
  const caseId = await drafted();
  const acts: [string, string, object][] = [
    ['inspector1', 'submit', { version: 1 }],
    ['head1', 'review', { decision: 'pass' }],
    ['leader1', 'sign', { decision: 'sign' }],
  ];
  expect((await keep(caseId, form)).body).toMatchObject({ lacks: [] });
  for (const [login, action, filled] of acts) {
    const { status, body } = await act(login, caseId, action, filled);
    expect([action, status, body.detail]).toEqual([action, 200, undefined]);
  }
  const notice = await until(async () => {
    const [row] = await api.orm.em
      .fork()
      .execute<{ document: NoticeDocument; sha256: string }[]>(
        'select document, pdf_sha256 as sha256 from notice where case_id = ? and rendered_at is not null',
        [caseId],
      );
    return row;
  });
  const bytes = await readFile(join(api.dataDir, 'files', notice.sha256.slice(0, 2), notice.sha256));
  const pages = await measured(bytes);
  // Words go over the page; its number does not belong to them.
  const pdf = pages.map(wordsOf).join('').replaceAll(/\s/gu, '').replaceAll(/—\d+—/gu, '');
  return { text: noticeText(notice.document), pdf };
}

const issuedOf = (caseId: string) =>
  api.orm.em.fork().execute<unknown[]>('select 1 from notice where case_id = ?', [caseId]);

test('rare names, hostile words and endless paragraphs are printed as they were written, and hidden characters go', async () => {
  const hostile = [
    '{{braces}} {{{three}}} {{#each x}}',
    '<script>alert(1)</script>',
    '#read("/etc/passwd") #import "@preview/x:1.0.0"',
    '$x$ = * _ ` @a \\ // /* */',
  ];
  const endless = `${'甲乙丙丁戊己庚辛壬癸'.repeat(299)}甲乙丙丁戊己庚辛壬。`;
  const form = written({
    contact: '䶮堃𬱖 喆镕',
    sections: [
      { heading: '刘䶮、王堃、赵𬱖', text: hostile.join('') },
      { heading: '零\u200B宽\u2060与\u202E反\u202C向', text: endless },
    ],
  });
  const { text, pdf } = await printed(form);
  for (const words of [...hostile, endless, '刘䶮、王堃、赵𬱖', '零宽与反向']) {
    expect(text).toContain(words);
    expect(pdf).toContain(words.replaceAll(/\s/gu, ''));
  }
  expect(pdf).not.toContain('root:');
});

test('two hundred receivers all stand on the paper', async () => {
  const { assisted } = hospitalsOf('s', { pilots: 0, assisted: 200 });
  await addHospitals(api.orm, { pilots: [], assisted });
  const rows = await api.orm.em
    .fork()
    .execute<{ id: string }[]>(`select id from org where name like '测速s%'`);
  const { pdf } = await printed(written({ to: rows.map(({ id }) => id), outside: [] }));
  expect(assisted.filter(({ name }) => !pdf.includes(name))).toEqual([]);
});

test('a character that no font has is named before anything is signed, and nothing is issued', async () => {
  const caseId = await drafted();
  await keep(caseId, written({ contact: '王\u{E0AB}、李\u{10FFFD}' }));
  const { status, body } = await act('inspector1', caseId, 'submit', { version: 1 });
  expect([status, body.detail]).toEqual([
    422,
    expect.stringMatching(/字库中缺少下列字.*\u{E0AB}、\u{10FFFD}/u),
  ]);
  expect(await issuedOf(caseId)).toEqual([]);
});

test('an empty table and a paper that is far too long are refused with a sentence, and nothing is issued', async () => {
  const empty = await drafted('supervision-notice');
  const kept = await keep(empty, written({ tasks: [], report: '书面报送' }));
  expect(kept.body.lacks).toContain('缺少任务。');
  const refused = await act('inspector1', empty, 'submit', { version: 1 });
  expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('缺少任务')]);

  const huge = await keep(await drafted(), written({ opening: '长'.repeat(500_000) }));
  expect([huge.status, huge.body.detail]).toEqual([413, expect.stringContaining('超过允许的大小')]);
  const field = await keep(await drafted(), written({ opening: '长'.repeat(25_000) }));
  expect([field.status, field.body.detail]).toEqual([422, expect.stringContaining('不能超过20000个字')]);
  // Each part is short enough, and all together are not.
  const long = await drafted();
  const sections = Array.from({ length: 26 }, () => ({ heading: '长', text: 'x'.repeat(20_000) }));
  expect((await keep(long, written({ sections }))).status).toBe(200);
  const whole = await act('inspector1', long, 'submit', { version: 1 });
  expect([whole.status, whole.body.detail]).toEqual([422, expect.stringContaining('文书内容过长')]);
  for (const caseId of [empty, long]) expect(await issuedOf(caseId)).toEqual([]);
});
