import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { cleanFileName } from './file-name.ts';
import { sniffFile } from './sniff.ts';
import { zipOf } from './tables/zip.sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'duxing-sniff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
function sniff(content: Buffer | string, name: string): Promise<string> {
  const path = join(folder, String(files++));
  writeFileSync(path, content);
  return sniffFile(path, name).then(
    (found) => `${found.type} ${found.name}`,
    (error: Error) => error.message,
  );
}

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const png = Buffer.concat([
  hex('89504e470d0a1a0a 0000000d 49484452 00000001 00000001 0806000000 1f15c489'),
  Buffer.alloc(40),
]);
const jpeg = Buffer.concat([hex('ffd8ffe000104a46494600010100000100010000'), Buffer.alloc(40)]);
const cfb = Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(2000)]);
const types = (main: string): Buffer =>
  zipOf({
    '[Content_Types].xml': `<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    'word/document.xml': '<a/>',
  });
const docx = types('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
const docm = types('application/vnd.ms-word.document.macroEnabled.main+xml');

test.each<[Buffer | string, string, string]>([
  [Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), '责任书.PDF', 'pdf 责任书.PDF'],
  [png, '现场.png', 'png 现场.png'],
  [jpeg, '现场.jpeg', 'jpeg 现场.jpeg'],
  [jpeg, '现场', 'jpeg 现场.jpg'],
  [docx, '总结.docx', 'docx 总结.docx'],
  [zipOf({ 'a.txt': 'x' }), '材料.zip', 'zip 材料.zip'],
  [Buffer.concat([cfb, Buffer.from('WordDocument', 'utf16le')]), '旧.doc', 'old-office 旧.doc'],
  [Buffer.concat([cfb, Buffer.from('Workbook', 'utf16le')]), '旧.et', 'old-office 旧.et'],
  ['试点医院,帮带医院\n', '名单.csv', 'csv 名单.csv'],
  [iconv.encode('试点医院,帮带医院\n', 'gbk'), '名单.csv', 'csv 名单.csv'],
  [Buffer.from(`a${'督'.repeat(40_000)}`), '说明.txt', 'text 说明.txt'],
  ['4 < 5，且 6 > 5', '说明.txt', 'text 说明.txt'],
])('an allowed file is known by its content (%#)', async (content, name, expected) => {
  expect(await sniff(content, name)).toBe(expected);
});

test('a workbook is known by its content', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('a').addRow(['x']);
  expect(await sniff(Buffer.from(await book.xlsx.writeBuffer()), '台账.xlsx')).toBe('xlsx 台账.xlsx');
});

test.each<[string, Buffer | string, string, string]>([
  ['nothing', '', 'a.txt', '是空的'],
  ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), '通知.pdf', '可执行'],
  ['a Linux program', Buffer.concat([hex('7f454c46020101'), Buffer.alloc(200)]), '通知.txt', '可执行'],
  ['a shell script', '#!/bin/sh\nrm -rf /\n', '说明.txt', '可执行'],
  ['a web page', '<!DOCTYPE html><script>alert(1)</script>', '说明.txt', '网页'],
  ['a web page behind a comment', '\ufeff <!-- x -->\n<HTML>', '说明.txt', '网页'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '图.svg', '网页'],
  ['an SVG with a head', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', '图.png', '网页'],
  ['macros', docm, '总结.docx', '宏'],
  ['an installer', cfb, '说明.doc', '不是 Office'],
  ['another name', png, '现场.pdf', '扩展名却是 .pdf'],
  ['a text with another name', '你好', '现场.pdf', '扩展名却是 .pdf'],
  ['a program that is called a text', 'alert(1)', 'a.js', '扩展名却是 .js'],
  ['bytes of no type', hex('0102030405060708'.repeat(20)), 'a.txt', '无法识别'],
  [
    'an archive of another sort',
    Buffer.concat([hex('377abcaf271c0004'), Buffer.alloc(100)]),
    'a.7z',
    '不支持',
  ],
])('%s is refused', async (_, content, name, sentence) => {
  expect(await sniff(content, name)).toContain(sentence);
});

test.each([
  ['../../../etc/passwd', 'passwd'],
  ['C:\\Users\\王\\责任书.pdf', '责任书.pdf'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['报告\u202efdp.exe', '报告fdp.exe'],
  ['责任书（终稿）　2026.pdf', '责任书（终稿） 2026.pdf'],
  ['a<b>:"|?*.pdf', 'a_b______.pdf'],
  ['..', '未命名'],
  ['', '未命名'],
  ['.pdf', 'pdf'],
  ['nul.txt', '_nul.txt'],
  ['尾点.pdf. . ', '尾点.pdf'],
  ['\ud800a.pdf', 'a.pdf'],
])('the name %j becomes %j', (given, clean) => {
  expect(cleanFileName(given)).toBe(clean);
});

test('an overlong name keeps its beginning and its extension', () => {
  const name = cleanFileName(`${'督'.repeat(500)}.docx`);
  expect(name).toMatch(/^督+\.docx$/u);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
});
