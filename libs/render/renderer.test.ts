import { afterAll, expect, test } from '@jest/globals';
import path from 'node:path';
import { loadStartConfig } from '#config/config';
import type { Block, NoticeDocument } from '#domain/notice';
import { pairingNotice } from '#domain/kinds/campaign/notices/pairing-notice';
import { pairingNoticeSample } from '#domain/kinds/campaign/notices/pairing-notice.sample';
import { composeNotice } from './paper.ts';
import { createRenderer, MissingGlyphs, workspace } from './renderer.ts';
import { createThread } from './thread.ts';

const fontDir = path.join(loadStartConfig().cacheDir, 'fonts');
const renderer = createRenderer({ fontDir });
afterAll(() => renderer.close());

const notice = composeNotice('pairing-notice', pairingNotice(pairingNoticeSample));
const hostile = '#read("/etc/passwd") ] #panic() $x$ = 标题 <script>alert(1)</script> {{x}} @a `b` \\';

function letter(...texts: string[]): NoticeDocument {
  const blocks = texts.map((text): Block => ({ type: 'paragraph', runs: [{ text }], indent: true }));
  return {
    frame: {
      layout: 'agreement',
      status: 'draft',
      addressees: [],
      annexes: [],
      copies: [],
      date: '2026-11-22',
    },
    blocks,
  };
}
const job = { kind: 'svg' as const, layout: 'agreement', data: '{}' };
const visible = (page: string) =>
  page
    .replace(/<[^>]*>/gu, '')
    .replaceAll(/&lt;/gu, '<')
    .replaceAll(/&gt;/gu, '>');

test('the same paper has the same bytes, in another thread too', async () => {
  const pdf = async (by: typeof renderer) => (await by.pdf(notice)).bytes;
  const first = await pdf(renderer);
  expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(Buffer.compare(first, await pdf(renderer))).toBe(0);
  const other = createRenderer({ fontDir });
  expect(Buffer.compare(first, await pdf(other))).toBe(0);
  expect((await other.svg(notice)).join() === (await renderer.svg(notice)).join()).toBe(true);
  await other.close();
});

test('the preview of the notice shows all 17 pairs on its own pages', async () => {
  const pages = await renderer.svg(notice);
  const text = pages.map(visible).join('');
  for (const { pilot, assisted } of pairingNoticeSample.pairs)
    (expect(text).toContain(pilot), expect(text).toContain(assisted));
  expect(pages.length % 2).toBe(0);
});

test('hostile text is printed as it was written and runs nowhere', async () => {
  const [page = ''] = await renderer.svg(letter(hostile));
  expect(page).not.toContain('<script');
  expect(visible(page).replaceAll(/\s/gu, '')).toContain('<script>alert(1)</script>');
  expect(visible(page)).toContain('#read("/etc/passwd")');
  expect(await renderer.pdf(letter(hostile))).toMatchObject({ pages: 1 });
});

test('a character that no font has keeps a paper from being issued, and is named', async () => {
  const document = letter('甲\u{2FFFD}乙', '\u{10FFFD}');
  expect(await renderer.missingGlyphs(document)).toEqual(['\u{2FFFD}', '\u{10FFFD}']);
  await expect(renderer.pdf(document)).rejects.toThrow(MissingGlyphs);
  expect(await renderer.missingGlyphs(letter('䶮堃𬱖喆镕'))).toEqual([]);
});

test('only the fonts of the chains serve: what else lies on the machine does not make another paper of it', async () => {
  // Fonts of symbols that come with office programs have it.
  expect(await renderer.missingGlyphs(letter('甲\u{e0ab}'))).toEqual(['\u{e0ab}']);
});

test('a paper that hangs is given up, and the next one is rendered', async () => {
  const thread = createThread({ workspace, fontDir, log: () => {}, timeoutMs: 700 });
  const endless = letter(...Array.from({ length: 8_000 }, () => '长段落'.repeat(60)));
  const jobs = [endless, letter('甲')].map((document) => ({ ...job, data: JSON.stringify(document) }));
  const [late, next] = await Promise.allSettled(jobs.map((one) => thread.run(one)));
  expect(late).toMatchObject({ status: 'rejected', reason: { message: 'a paper took longer than 700 ms' } });
  expect(next).toMatchObject({ status: 'fulfilled' });
  await thread.close();
});

test('a paper that is far too long is refused before it holds up others', async () => {
  await expect(renderer.pdf(letter('长'.repeat(600_000)))).rejects.toThrow('文书内容过长');
});

const failing = (file: string, log: (line: string) => void = () => {}) =>
  createThread({ workspace, fontDir, log, timeoutMs: 20_000, file: new URL(`data:text/javascript,${file}`) });

test('a thread that dies costs the paper it was at; the next one gets a new thread', async () => {
  const said: string[] = [];
  const thread = failing(
    'import { parentPort } from "node:worker_threads"; let n = 0;' +
      'parentPort.on("message", () => n++ ? process.exit(3) : parentPort.postMessage({ svg: "x" }));' +
      'parentPort.postMessage({ fonts: {} });',
    (line) => said.push(line),
  );
  const papers = await Promise.allSettled([1, 2, 3, 4].map(() => thread.run(job)));
  expect(papers.map((paper) => paper.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect(said.filter((line) => line.includes('ended with code 3'))).toHaveLength(2);
  await thread.close();
});

test('a thread that never comes up tells everybody who waits, and is not tried for ever', async () => {
  const said: string[] = [];
  const thread = failing('throw new Error("no Typst here")', (line) => said.push(line));
  const papers = await Promise.allSettled([thread.run(job), thread.run(job)]);
  expect(papers.map((paper) => paper.status)).toEqual(['rejected', 'rejected']);
  await expect(thread.run(job)).rejects.toThrow('no Typst here');
  expect(said).toHaveLength(2);
  await thread.close();
});

test('a thread that never answers, and one that never gets ready, are given up in time', async () => {
  const hanging = 'import { parentPort } from "node:worker_threads";';
  const mute = createThread({
    ...{ workspace, fontDir, log: () => {}, timeoutMs: 100 },
    file: new URL(
      `data:text/javascript,${hanging} parentPort.on("message", ({ data }) => data === "mute" || parentPort.postMessage({ svg: "x" })); parentPort.postMessage({ fonts: {} });`,
    ),
  });
  const papers = await Promise.allSettled(
    ['mute', '{}', 'mute', '{}'].map((data) => mute.run({ ...job, data })),
  );
  expect(papers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  await mute.close();
  const late = createThread({
    ...{ workspace, fontDir, log: () => {}, timeoutMs: 20_000, startMs: 100 },
    file: new URL('data:text/javascript,setInterval(() => {}, 1000)'),
  });
  const waiting = await Promise.allSettled([late.run(job), late.run(job)]);
  expect(waiting).toMatchObject([
    { reason: { message: expect.stringContaining('to start') } },
    { status: 'rejected' },
  ]);
  await late.close();
});

test('a paper that Typst refuses is an error of that paper alone', async () => {
  const bad = { ...letter('甲'), frame: { ...letter().frame, date: '2026-02-31' } };
  await expect(renderer.pdf(bad)).rejects.toThrow('Typst');
  expect(await renderer.svg(letter('甲'))).toHaveLength(1);
});

test('a closed renderer takes nothing more', async () => {
  const closed = createRenderer({ fontDir });
  const waiting = closed.svg(letter('甲'));
  const told = expect(waiting).rejects.toThrow('closed');
  await closed.close();
  await told;
  await expect(closed.svg(letter('甲'))).rejects.toThrow('closed');
});
