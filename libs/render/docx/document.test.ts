import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { loadStartConfig } from '#config/config';
import type { Block, NoticeDocument } from '#domain/notice';
import { noticeTypes } from '#domain/notice-types';
import { composeNotice } from '../paper.ts';
import { createRenderer } from '../renderer.ts';

const renderer = createRenderer({ fontDir: path.join(loadStartConfig().cacheDir, 'fonts') });
afterAll(() => renderer.close());

const part = async (bytes: Uint8Array, name = 'word/document.xml'): Promise<string> =>
  (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? '';
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('');
const documents = noticeTypes.map((type): [string, NoticeDocument] => {
  const read = type.read(type.sample);
  if ('wrong' in read) throw new Error(read.wrong.join());
  return [type.code, composeNotice(type.code, read.content)];
});
const said = (block: Block): string[] => {
  if (block.type === 'title') return block.lines;
  if (block.type === 'heading') return [block.text];
  if (block.type === 'paragraph') return block.runs.map(({ text }) => text);
  if (block.type === 'table') return [...block.head, ...block.rows.flat().map(({ text }) => text)];
  return [];
};

test.each(documents)(
  '%s has every word of the paper in its Word document, and the same bytes each time',
  async (_, document) => {
    const bytes = await renderer.docx(document);
    expect(Buffer.compare(bytes, await renderer.docx(document))).toBe(0);
    const text = textOf(await part(bytes));
    for (const piece of document.blocks.flatMap(said)) expect(text).toContain(piece);
    expect(await part(bytes, 'docProps/core.xml')).toContain('T16:00:00.000Z');
  },
);

const base = documents.find(([code]) => code === 'work-circular')![1];
const line: Block = { type: 'paragraph', runs: [{ text: '事项办理情况' }], indent: true };
const title: Block = { type: 'title', lines: ['工作通报'] };

test('the 版记 comes as many pages after the text as in the PDF', async () => {
  const seen = new Set<number>();
  for (const lines of [3, 24, 28, 30]) {
    const document = { ...base, blocks: [title, ...Array.from({ length: lines }, () => line)] };
    const turned = (await part(await renderer.docx(document))).match(/<w:br w:type="page"\/>/gu) ?? [];
    const { pages } = await renderer.pdf(document);
    expect(pages % 2).toBe(0);
    expect(turned.length).toBeLessThanOrEqual(2);
    seen.add(turned.length);
  }
  expect(seen.size).toBeGreaterThan(1);
});

test('the 版记 hangs on a paragraph behind it, or LibreOffice would leave it out', async () => {
  const xml = await part(await renderer.docx(base));
  const [, behind = ''] = xml.split('印发</w:t>');
  expect(/<\/w:tbl><w:p>.*<\/w:p><w:sectPr/u.test(behind)).toBe(true);
});

test('a draft says so on every page, an issued paper that the PDF is the paper', async () => {
  const header = async (status: 'draft' | 'issued') =>
    part(await renderer.docx({ ...base, frame: { ...base.frame, status } }), 'word/header1.xml');
  expect(textOf(await header('draft'))).toContain('草稿');
  expect(textOf(await header('issued'))).toContain('正式文书以印发的PDF为准');
});

test('the check code hangs outside the text, once, and a draft has none', async () => {
  const frame = { ...base.frame, check: { code: 'K7QM-2XWD-9TRA', at: 'https://dx.example.gov.cn/check' } };
  const xml = await part(await renderer.docx({ ...base, frame }));
  expect(
    textOf(xml).match(/校验码：K7QM-2XWD-9TRA　查验网址：https:\/\/dx\.example\.gov\.cn\/check/gu),
  ).toHaveLength(1);
  expect(xml.match(/<w:framePr /gu)).toHaveLength(1);
  expect(textOf(await part(await renderer.docx(base)))).not.toContain('校验码');
});

test('hostile text stays text', async () => {
  const hostile = '</w:t><w:br/> {{x}} #read("y") =1+1 <script>';
  const xml = await part(await renderer.docx({ ...base, blocks: [{ ...line, runs: [{ text: hostile }] }] }));
  expect(xml).toContain('&lt;/w:t&gt;&lt;w:br/&gt; {{x}}');
});

test('a form keeps who signs, how far its cells reach and where people wrote a new line', async () => {
  const form: Block = {
    type: 'form',
    widths: [2, 4, 4],
    rows: [
      [
        { text: '案由', head: true },
        { text: '第一行\n第二行', columns: 2 },
      ],
      [
        { text: '意见', head: true },
        { text: '同意', columns: 2, lines: 4, signs: [{ who: '负责人' }] },
      ],
    ],
  };
  const signs: Block = { type: 'sign-lines', labels: ['被询问人'] };
  const document: NoticeDocument = { frame: { ...base.frame, layout: 'form' }, blocks: [title, form, signs] };
  const xml = await part(await renderer.docx(document));
  expect(xml.match(/w:gridSpan w:val="2"/gu)).toHaveLength(2);
  expect(textOf(xml)).toMatch(/第一行第二行意见同意负责人：.*被询问人：＿/u);
  expect((await renderer.pdf(document)).pages).toBe(1);
});
