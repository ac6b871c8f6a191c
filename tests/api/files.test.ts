import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UploadedFiles } from '#contracts/file';
import type { Problem } from '#contracts/problem';
import { referToFiles } from '#db/commands/files';
import { CaseParty } from '#db/entities/case-party';
import { CaseFile } from '#db/entities/case-file';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { removeUnreferenced } from '#files/remove-unreferenced';
import { createFolderStore } from '#files/store';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

let api: RunningApi;
let address: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  api = await runningApi();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  address = await api.app.getUrl();
  for (const login of ['youyi.liaison', 'youyi.principal', 'chaoyang.liaison', 'inspector1', 'auditor1'])
    cookies.set(login, (await api.as(login)).cookie ?? '');
});
afterAll(() => api.stop());

const pdf = (text = ''): Buffer => Buffer.from(`%PDF-1.7\n%\u00e2\u00e3\n${text}\n%%EOF\n`);
const headersOf = (login: string): Record<string, string> => ({ cookie: cookies.get(login) ?? '' });
interface Answer<T> {
  status: number;
  body: T;
}

async function upload<T = UploadedFiles>(
  login: string,
  files: [name: string, content: Buffer][],
  query = '',
): Promise<Answer<T>> {
  const form = new FormData();
  for (const [name, content] of files) form.append('file', new Blob([new Uint8Array(content)]), name);
  const answer = await fetch(`${address}/api/files${query}`, {
    method: 'POST',
    body: form,
    headers: headersOf(login),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}
const download = (
  login: string,
  id: string,
  more: Record<string, string> = {},
  query = '',
): Promise<Response> =>
  fetch(`${address}/api/files/${id}${query}`, { headers: { ...headersOf(login), ...more } });
const oneFile = async (
  login: string,
  name: string,
  content: Buffer,
): Promise<UploadedFiles['files'][number]> => {
  const { status, body } = await upload(login, [[name, content]]);
  const [file] = body.files;
  if (status !== 201 || !file) throw new Error(JSON.stringify(body));
  return file;
};
const stored = (): string[] =>
  existsSync(join(api.dataDir, 'files'))
    ? readdirSync(join(api.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((path) =>
        /[0-9a-f-]{36}/u.test(path),
      )
    : [];

/** A case in which 友谊 takes part and 朝阳 doesn't. */
async function caseOf(org: string): Promise<string> {
  const em = api.orm.em.fork();
  const id = newId();
  const at = api.clock.now();
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

test('several files are kept under their Chinese names, told by their content', async () => {
  const { status, body } = await upload('youyi.liaison', [
    ['责任书（终稿）.pdf', pdf('a')],
    ['名单.csv', Buffer.from('试点医院,帮带医院\n')],
  ]);
  expect(status).toBe(201);
  expect(body.files).toMatchObject([
    { name: '责任书（终稿）.pdf', type: 'pdf', typeLabel: 'PDF', inline: true, size: pdf('a').length },
    { name: '名单.csv', type: 'csv', inline: false },
  ]);
});

test('a PDF is shown in the page and nothing in it may run; another file is downloaded', async () => {
  const file = await oneFile('youyi.liaison', '责任书.pdf', pdf('b'));
  const shown = await download('youyi.liaison', file.id);
  expect(shown.status).toBe(200);
  expect(Buffer.from(await shown.arrayBuffer()).equals(pdf('b'))).toBe(true);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="___.pdf"; filename*=UTF-8''${encodeURIComponent('责任书')}.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const saved = await download('youyi.liaison', file.id, {}, '?download=true');
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/u);
  const note = await oneFile('youyi.liaison', '说明.txt', Buffer.from('正文 <script>alert(1)</script>'));
  const text = await download('youyi.liaison', note.id);
  expect(text.headers.get('content-type')).toBe('application/octet-stream');
  expect(text.headers.get('content-disposition')).toMatch(/^attachment/u);
});

test('a part of a file is given where it is asked for', async () => {
  const content = pdf('0123456789');
  const file = await oneFile('youyi.liaison', '长.pdf', content);
  const part = await download('youyi.liaison', file.id, { range: 'bytes=2-5' });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    `bytes 2-5/${content.length}`,
    'DF-1',
  ]);
  const end = await download('youyi.liaison', file.id, { range: 'bytes=-6' });
  expect(await end.text()).toBe('%%EOF\n');
  expect((await download('youyi.liaison', file.id, { range: 'bytes=9999-' })).status).toBe(416);
  expect((await download('youyi.liaison', file.id, { range: 'lines=1-2' })).status).toBe(200);
});

test.each([
  ['../../../etc/cron.d/a.pdf', 'a.pdf'],
  ['C:\\temp\\王.pdf', '王.pdf'],
  ['报告\u202efdp.pdf', '报告fdp.pdf'],
  [`${'督'.repeat(300)}.pdf`, `${'督'.repeat(78)}.pdf`],
])('the hostile name %j becomes harmless', async (given, clean) => {
  const file = await oneFile('youyi.liaison', given, pdf('c'));
  expect(file.name).toBe(clean);
  const answer = await download('youyi.liaison', file.id);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(clean));
});

test.each<[string, string, Buffer, string]>([
  ['a program called PDF', '通知.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), '可执行'],
  ['a web page', '说明.txt', Buffer.from('<html><script>1</script></html>'), '网页'],
  ['an SVG', '图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '网页'],
  ['a PDF called an image', '图.png', pdf(), '扩展名却是 .png'],
  ['an empty file', '空.pdf', Buffer.alloc(0), '空的'],
])('%s is refused and leaves nothing', async (_, name, content, sentence) => {
  const before = stored();
  const { status, body } = await upload<Problem>('youyi.liaison', [
    ['好.pdf', pdf('never kept')],
    [name, content],
  ]);
  expect([status, body.type]).toEqual([422, 'file-refused']);
  expect(body.detail).toContain(sentence);
  expect(body.errors).toMatchObject([{ field: name }]);
  expect(stored()).toEqual(before);
});

/** Sends without holding the whole in memory; `until` ends the connection after so many bytes. */
function sendMany(megabytes: number, { breakOff = false } = {}): Promise<{ status: number; text: string }> {
  const boundary = 'xxx';
  const outgoing = request(`${address}/api/files`, {
    method: 'POST',
    headers: { ...headersOf('youyi.liaison'), 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
  });
  void (async () => {
    const start = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="big.pdf"\r\n\r\n%PDF-1.7\n`;
    outgoing.write(start);
    const chunk = randomBytes(1024 * 1024);
    for (let sent = 0; sent < megabytes && !outgoing.destroyed; sent++)
      if (!outgoing.write(chunk)) await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')]);
    if (breakOff) {
      await until(() => arriving().length > 0);
      outgoing.destroy();
    }
    if (!breakOff) outgoing.end(`\r\n--${boundary}--\r\n`);
  })();
  return answer;
}

test('a file of more than 100 MB is answered with a sentence and leaves nothing', async () => {
  const before = stored();
  const { status, text } = await sendMany(103);
  expect(status).toBe(413);
  expect(JSON.parse(text)).toMatchObject({
    type: 'too-large',
    detail: expect.stringContaining('超过 100 MB'),
  });
  expect(stored()).toEqual(before);
});

const arriving = (): string[] => stored().filter((path) => path.startsWith('incoming'));

async function until(holds: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(20_000);
  while (!holds()) {
    signal.throwIfAborted();
    await new Promise(setImmediate);
  }
}

test('an upload that breaks off leaves nothing, and the next one works', async () => {
  await oneFile('youyi.liaison', '之前.pdf', pdf('before'));
  const before = stored();
  await expect(sendMany(3, { breakOff: true })).rejects.toThrow();
  await until(() => arriving().length === 0);
  expect(stored()).toEqual(before);
  await oneFile('youyi.liaison', '之后.pdf', pdf('after'));
});

test.each<[string, FormData | string, number]>([
  ['nothing in the form', new FormData(), 400],
  ['no form at all', JSON.stringify({}), 415],
])('%s is answered', async (_, body, status) => {
  const headers: Record<string, string> =
    typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(`${address}/api/files`, {
    method: 'POST',
    body,
    headers: { ...headers, ...headersOf('youyi.liaison') },
  });
  expect(answer.status).toBe(status);
});

test('21 files at once are too many, and none is kept', async () => {
  const before = stored();
  const { status } = await upload(
    'youyi.liaison',
    Array.from({ length: 21 }, (_, at) => [`${at}.pdf`, pdf(`many ${at}`)]),
  );
  expect(status).toBe(413);
  expect(stored()).toEqual(before);
});

test('nobody uploads in the name of an organisation in which he has no post', async () => {
  const { status } = await upload('youyi.liaison', [['a.pdf', pdf()]], `?orgId=${demoId('org', 'chaoyang')}`);
  expect(status).toBe(403);
});

test('before an act refers to it, a file is for its own organisation alone', async () => {
  const { id } = await oneFile('youyi.liaison', '草稿.pdf', pdf('draft'));
  const statuses = async (file: string): Promise<number[]> =>
    Promise.all([...cookies.keys()].map(async (login) => (await download(login, file)).status));
  expect([...cookies.keys()]).toEqual([
    'youyi.liaison',
    'youyi.principal',
    'chaoyang.liaison',
    'inspector1',
    'auditor1',
  ]);
  expect(await statuses(id)).toEqual([200, 200, 404, 404, 404]);
  await referToFiles(api.orm.em.fork(), { caseId: await caseOf('youyi'), actId: 'a', at: api.clock.now() }, [
    id,
  ]);
  expect(await statuses(id)).toEqual([200, 200, 404, 200, 404]);
  const foreign = await oneFile('youyi.liaison', '给朝阳.pdf', pdf('theirs'));
  await referToFiles(
    api.orm.em.fork(),
    { caseId: await caseOf('chaoyang'), actId: 'b', at: api.clock.now() },
    [foreign.id],
  );
  expect(await statuses(foreign.id)).toEqual([404, 404, 200, 200, 404]);
  expect((await fetch(`${address}/api/files/${id}`)).status).toBe(401);
});

test('a file is never changed', async () => {
  const { id } = await oneFile('youyi.liaison', '定稿.pdf', pdf('final'));
  await expect(api.orm.em.fork().execute(`update file set name = 'x' where id = ?`, [id])).rejects.toThrow(
    'never changed',
  );
});

test('uploads to which nothing refers go after a day, with their content; the others stay', async () => {
  const store = createFolderStore(join(api.dataDir, 'files'));
  const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
  const kept = await oneFile('youyi.liaison', '留.pdf', pdf('kept'));
  const gone = await oneFile('youyi.liaison', '去.pdf', pdf('gone'));
  const twin = await oneFile('chaoyang.liaison', '同内容.pdf', pdf('kept'));
  await referToFiles(api.orm.em.fork(), { caseId: await caseOf('youyi'), actId: 'c', at: api.clock.now() }, [
    kept.id,
  ]);
  expect(await removeUnreferenced(api.orm.em, store, '2000-01-01T00:00:00.000Z')).toEqual({
    uploads: 0,
    contents: 0,
    brokenOff: 0,
  });
  const { uploads, contents } = await removeUnreferenced(api.orm.em, store, '2999-01-01T00:00:00.000Z');
  expect([uploads > 1, contents > 0]).toEqual([true, true]);
  expect([await store.exists(hash(pdf('kept'))), await store.exists(hash(pdf('gone')))]).toEqual([
    true,
    false,
  ]);
  const statuses = [kept.id, gone.id].map(async (id) => (await download('youyi.liaison', id)).status);
  expect([...(await Promise.all(statuses)), (await download('chaoyang.liaison', twin.id)).status]).toEqual([
    200, 404, 404,
  ]);
});
