import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '#contracts/problem';
import { demoId } from '#db/seed/demo';
import { pdf, until, uploadingApi } from './uploading.ts';
import type { UploadingApi } from './uploading.ts';

let files: UploadingApi;
beforeAll(async () => {
  files = await uploadingApi(['youyi.liaison']);
});
afterAll(() => files.api.stop());

const arriving = (): string[] => files.stored().filter((path) => path.startsWith('incoming'));

test('several files are kept under their Chinese names, told by their content', async () => {
  const { status, body } = await files.upload('youyi.liaison', [
    ['责任书（终稿）.pdf', pdf('a')],
    ['名单.csv', Buffer.from('试点医院,帮带医院\n')],
  ]);
  expect(status).toBe(201);
  expect(body.files).toMatchObject([
    { name: '责任书（终稿）.pdf', type: 'pdf', typeLabel: 'PDF', inline: true, size: pdf('a').length },
    { name: '名单.csv', type: 'csv', inline: false },
  ]);
});

test.each([
  ['../../../etc/cron.d/a.pdf', 'a.pdf'],
  ['C:\\temp\\王.pdf', '王.pdf'],
  ['报告\u202efdp.pdf', '报告fdp.pdf'],
  [`${'督'.repeat(300)}.pdf`, `${'督'.repeat(78)}.pdf`],
])('the hostile name %j becomes harmless', async (given, clean) => {
  const file = await files.oneFile('youyi.liaison', given, pdf('c'));
  expect(file.name).toBe(clean);
  const answer = await files.download('youyi.liaison', file.id);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(clean));
});

test.each<[string, string, Buffer, string]>([
  ['a program called PDF', '通知.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), '可执行'],
  ['a web page', '说明.txt', Buffer.from('<html><script>1</script></html>'), '网页'],
  ['an SVG', '图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '网页'],
  ['a PDF called an image', '图.png', pdf(), '扩展名却是 .png'],
  ['an empty file', '空.pdf', Buffer.alloc(0), '空的'],
])('%s is refused and leaves nothing', async (_, name, content, sentence) => {
  const before = files.stored();
  const { status, body } = await files.upload<Problem>('youyi.liaison', [
    ['好.pdf', pdf('never kept')],
    [name, content],
  ]);
  expect([status, body.type]).toEqual([422, 'file-refused']);
  expect(body.detail).toContain(sentence);
  expect(body.errors).toMatchObject([{ field: name }]);
  expect(files.stored()).toEqual(before);
});

test('a file of more than 100 MB is answered with a sentence and leaves nothing', async () => {
  const before = files.stored();
  const { status, text } = await files.sendMany('youyi.liaison', 103);
  expect(status).toBe(413);
  expect(JSON.parse(text)).toMatchObject({
    type: 'too-large',
    detail: expect.stringContaining('超过 100 MB'),
  });
  expect(files.stored()).toEqual(before);
});

test('an upload that breaks off leaves nothing, and the next one works', async () => {
  await files.oneFile('youyi.liaison', '之前.pdf', pdf('before'));
  const before = files.stored();
  await expect(files.sendMany('youyi.liaison', 3, () => arriving().length > 0)).rejects.toThrow();
  await until(() => arriving().length === 0);
  expect(files.stored()).toEqual(before);
  await files.oneFile('youyi.liaison', '之后.pdf', pdf('after'));
});

test.each<[string, FormData | string, number]>([
  ['nothing in the form', new FormData(), 400],
  ['no form at all', JSON.stringify({}), 415],
])('%s is answered', async (_, body, status) => {
  const headers: Record<string, string> =
    typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(`${files.address}/api/files`, {
    method: 'POST',
    body,
    headers: { ...headers, ...files.headersOf('youyi.liaison') },
  });
  expect(answer.status).toBe(status);
});

test('21 files at once are too many, and none is kept', async () => {
  const before = files.stored();
  const { status } = await files.upload(
    'youyi.liaison',
    Array.from({ length: 21 }, (_, at) => [`${at}.pdf`, pdf(`many ${at}`)]),
  );
  expect(status).toBe(413);
  expect(files.stored()).toEqual(before);
});

test('nobody uploads in the name of an organisation in which he has no post', async () => {
  const { status } = await files.upload(
    'youyi.liaison',
    [['a.pdf', pdf()]],
    `?orgId=${demoId('org', 'chaoyang')}`,
  );
  expect(status).toBe(403);
});
