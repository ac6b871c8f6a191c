import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { referToFiles } from '#db/commands/files';
import { CaseFile } from '#db/entities/case-file';
import { CaseParty } from '#db/entities/case-party';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { removeUnreferenced } from '#files/remove-unreferenced';
import { createFolderStore } from '#files/store';
import { pdf, uploadingApi } from './uploading.ts';
import type { UploadingApi } from './uploading.ts';

const logins = ['youyi.liaison', 'youyi.principal', 'chaoyang.liaison', 'inspector1', 'auditor1'];
let files: UploadingApi;
beforeAll(async () => {
  files = await uploadingApi(logins);
});
afterAll(() => files.api.stop());

/** A case in which 友谊 takes part and 朝阳 doesn't. */
async function caseOf(org: string): Promise<string> {
  const em = files.api.orm.em.fork();
  const id = newId();
  const at = files.api.clock.now();
  const row = {
    id,
    kind: 'pairing',
    procedure: 1,
    number: id,
    title: '一对',
    stage: 'confirming',
    seq: 1,
    state: {} as never,
  };
  await em.insert(CaseFile, {
    ...row,
    campaignId: null,
    openedAt: at,
    closedAt: null,
    changedAt: at,
    nextDue: null,
  });
  await em.insert(CaseParty, { caseId: id, orgId: demoId('org', org), changedAt: at });
  return id;
}

test('a PDF is shown in the page and nothing in it may run; another file is downloaded', async () => {
  const file = await files.oneFile('youyi.liaison', '责任书.pdf', pdf('b'));
  const shown = await files.download('youyi.liaison', file.id);
  expect(shown.status).toBe(200);
  expect(Buffer.from(await shown.arrayBuffer()).equals(pdf('b'))).toBe(true);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="___.pdf"; filename*=UTF-8''${encodeURIComponent('责任书')}.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const saved = await files.download('youyi.liaison', file.id, {}, '?download=true');
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/u);
  const note = await files.oneFile(
    'youyi.liaison',
    '说明.txt',
    Buffer.from('正文 <script>alert(1)</script>'),
  );
  const text = await files.download('youyi.liaison', note.id);
  expect(text.headers.get('content-type')).toBe('application/octet-stream');
  expect(text.headers.get('content-disposition')).toMatch(/^attachment/u);
});

test('a part of a file is given where it is asked for', async () => {
  const content = pdf('0123456789');
  const file = await files.oneFile('youyi.liaison', '长.pdf', content);
  const part = await files.download('youyi.liaison', file.id, { range: 'bytes=2-5' });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    `bytes 2-5/${content.length}`,
    'DF-1',
  ]);
  const end = await files.download('youyi.liaison', file.id, { range: 'bytes=-6' });
  expect(await end.text()).toBe('%%EOF\n');
  expect((await files.download('youyi.liaison', file.id, { range: 'bytes=9999-' })).status).toBe(416);
  expect((await files.download('youyi.liaison', file.id, { range: 'lines=1-2' })).status).toBe(200);
});

test('before an act refers to it, a file is for its own organisation alone', async () => {
  const { id } = await files.oneFile('youyi.liaison', '草稿.pdf', pdf('draft'));
  const statuses = async (file: string): Promise<number[]> =>
    Promise.all(logins.map(async (login) => (await files.download(login, file)).status));
  expect(await statuses(id)).toEqual([200, 200, 404, 404, 404]);
  await referToFiles(
    files.api.orm.em.fork(),
    { caseId: await caseOf('youyi'), actId: 'a', at: files.api.clock.now() },
    [id],
  );
  expect(await statuses(id)).toEqual([200, 200, 404, 200, 404]);
  const foreign = await files.oneFile('youyi.liaison', '给朝阳.pdf', pdf('theirs'));
  await referToFiles(
    files.api.orm.em.fork(),
    { caseId: await caseOf('chaoyang'), recordId: newId(), at: files.api.clock.now() },
    [foreign.id],
  );
  expect(await statuses(foreign.id)).toEqual([404, 404, 200, 200, 404]);
  expect((await fetch(`${files.address}/api/files/${id}`)).status).toBe(401);
});

test('a file is never changed', async () => {
  const { id } = await files.oneFile('youyi.liaison', '定稿.pdf', pdf('final'));
  await expect(
    files.api.orm.em.fork().execute(`update file set name = 'x' where id = ?`, [id]),
  ).rejects.toThrow('never changed');
});

test('uploads to which nothing refers go after a day, with their content; the others stay', async () => {
  const store = createFolderStore(join(files.api.dataDir, 'files'));
  const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
  const kept = await files.oneFile('youyi.liaison', '留.pdf', pdf('kept'));
  const gone = await files.oneFile('youyi.liaison', '去.pdf', pdf('gone'));
  const twin = await files.oneFile('chaoyang.liaison', '同内容.pdf', pdf('kept'));
  await referToFiles(
    files.api.orm.em.fork(),
    { caseId: await caseOf('youyi'), actId: 'c', at: files.api.clock.now() },
    [kept.id],
  );
  expect(await removeUnreferenced(files.api.orm.em, store, '2000-01-01T00:00:00.000Z')).toEqual({
    uploads: 0,
    contents: 0,
    brokenOff: 0,
  });
  const { uploads, contents } = await removeUnreferenced(files.api.orm.em, store, '2999-01-01T00:00:00.000Z');
  expect([uploads > 1, contents > 0]).toEqual([true, true]);
  expect([await store.exists(hash(pdf('kept'))), await store.exists(hash(pdf('gone')))]).toEqual([
    true,
    false,
  ]);
  const statuses = [kept.id, gone.id].map(async (id) => (await files.download('youyi.liaison', id)).status);
  expect([
    ...(await Promise.all(statuses)),
    (await files.download('chaoyang.liaison', twin.id)).status,
  ]).toEqual([200, 404, 404]);
});
