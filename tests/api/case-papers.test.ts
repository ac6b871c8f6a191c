import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import JSZip from 'jszip';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { createFolderStore } from '#files/store';
import { playPair } from './cases/sample-pair.ts';
import { dispatching, org, seal, text, type Dispatching } from './dispatching.ts';

let office: Dispatching;
beforeAll(async () => {
  office = await dispatching([
    ...['inspector1', 'head1', 'leader1', 'archivist1', 'youyi.liaison', 'xuanwu.liaison'],
  ]);
}, 120_000);
afterAll(() => office.stop());

async function taken(by: string, caseId: string, what: 'pdf' | 'zip') {
  const headers = { cookie: office.as(by).cookie ?? '' };
  const url = `/api/cases/${caseId}/papers.${what}`;
  const { statusCode, rawPayload } = await office.api.app.inject({ method: 'GET', url, headers });
  return { status: statusCode, bytes: rawPayload };
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const stored = async (content: Buffer) =>
  createFolderStore(`${office.api.dataDir}/files`).put(Readable.from([content]), { maxBytes: 1_000_000 });
const execute = (query: string, values: unknown[]) => office.api.orm.em.fork().execute(query, values);

interface Listed {
  file: string;
  sha256: string;
  receivers?: { name: string; served: unknown }[];
}

/** A file on which the case rests. */
async function attach(caseId: string, name: string): Promise<void> {
  const [id, at] = [newId(), office.api.clock.now()];
  const { sha256: hash, size } = await stored(Buffer.from(name));
  await execute(
    `insert into file (id, sha256, size, type, name, uploaded_by_id, uploaded_at, org_id) values (?, ?, ?, 'pdf', ?, ?, ?, ?)`,
    [id, hash, size, name, demoId('person', 'inspector1'), at, org('reform')],
  );
  await execute('insert into file_ref (id, file_id, case_id, at) values (?, ?, ?, ?)', [
    newId(),
    id,
    caseId,
    at,
  ]);
}

test('the archive holds every paper and file under a name for Windows, and its list gives the hash of each', async () => {
  const caseId = await office.drafted(
    text('报送材料：甲/乙', { to: [org('youyi'), org('xuanwu')], each: true }),
  );
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  expect((await taken('inspector1', caseId, 'zip')).status).toBe(409);
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  await office.made(caseId);
  await office.done('archivist1', caseId, 'note-seal', seal);
  await attach(caseId, '盖章:扫描件?.pdf');
  const { status, bytes } = await taken('inspector1', caseId, 'zip');
  expect(status).toBe(200);
  const zip = await JSZip.loadAsync(bytes);
  const list = JSON.parse(await zip.file('manifest.json')!.async('string')) as {
    papers: Listed[];
    files: Listed[];
  };
  const listed = [...list.papers, ...list.files];
  expect(Object.keys(zip.files).sort()).toEqual(
    ['manifest.json', '目录.csv', ...listed.map(({ file }) => file)].sort(),
  );
  for (const { file, sha256: hash } of listed)
    expect([file, sha256(await zip.file(file)!.async('nodebuffer'))]).toEqual([file, hash]);
  expect(listed.map(({ file }) => /[<>:"\\|?*]/u.test(file))).toEqual([false, false, false]);
  expect(list.papers.map(({ receivers }) => receivers?.map(({ served }) => served))).toEqual([
    [null],
    [null],
  ]);
  const table = await zip.file('目录.csv')!.async('string');
  for (const { sha256: hash } of listed) expect(table).toContain(hash);
  const [line] = await execute(
    `select detail from log_entry where kind = 'exported' and subject_id = ? order by at desc, id desc`,
    [caseId],
  );
  expect(line).toEqual({ detail: '下载全部文书2份、附件1份' });
});

test('the print set holds the papers in the order of the file, each from the front of a sheet', async () => {
  const caseId = await office.drafted(text('报送材料', { to: [org('youyi'), org('xuanwu')], each: true }));
  await office.done('head1', caseId, 'review', { decision: 'pass' });
  await office.done('leader1', caseId, 'sign', { decision: 'sign' });
  const notices = await office.made(caseId);
  const { status, bytes } = await taken('inspector1', caseId, 'pdf');
  expect(status).toBe(200);
  const pages = notices.map((one) => one.pages ?? 0);
  const even = (count: number) => count + (count % 2);
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(even(pages[0] ?? 0) + (pages[1] ?? 0));
});

test('a hospital takes away its own papers only, which counts as having received them', async () => {
  const caseId = await playPair(office.api.orm, 'youyi', 'xuanwu');
  const at = office.api.clock.now();
  for (const [nth, to] of [org('youyi'), org('xuanwu')].entries()) {
    const { sha256: hash } = await stored(Buffer.from(`文书${nth}`));
    const id = newId();
    await execute(
      `insert into notice (id, case_id, seq, idx, nth, code, title, params, to_org_ids, issued_at, pdf_sha256, pages, rendered_at)
       values (?, ?, 900, 0, ?, 'urge-letter', ?, '{}', ?::jsonb, ?, ?, 1, ?)`,
      [id, caseId, nth, `催办函${nth}`, JSON.stringify([to]), at, hash, at],
    );
    await execute('insert into delivery (notice_id, org_id, sent_at) values (?, ?, ?)', [id, to, at]);
  }
  const names = async (by: string) => {
    const zip = await JSZip.loadAsync((await taken(by, caseId, 'zip')).bytes);
    return Object.keys(zip.files).filter((name) => name.startsWith('文书/'));
  };
  expect(await names('youyi.liaison')).toEqual(['文书/0001 催办函0.pdf']);
  expect(await names('xuanwu.liaison')).toEqual(['文书/0001 催办函1.pdf']);
  expect(await names('inspector1')).toHaveLength(2);
  const rows = await execute(
    'select d.opened_at is not null opened from delivery d join notice n on n.id = d.notice_id where n.case_id = ?',
    [caseId],
  );
  expect(rows).toEqual([{ opened: true }, { opened: true }]);
});
