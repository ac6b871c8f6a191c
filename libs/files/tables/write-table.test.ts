import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { defused, writeTable } from './write-table.ts';
import type { TableCell } from './write-table.ts';

async function written(rows: Iterable<TableCell[]>): Promise<ExcelJS.Worksheet | undefined> {
  const target = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(target),
    writeTable(target, {
      sheet: '登记簿[2026]/结对',
      columns: [{ header: '编号' }, { header: '期限', width: 12 }],
      rows,
    }),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets[0];
}

test('an export holds exactly its rows, numbers as numbers', async () => {
  const sheet = await written([
    ['结对〔2026〕1号', 12],
    ['结对〔2026〕2号', null],
  ]);
  expect(sheet?.name).toBe('登记簿 2026  结对');
  expect(sheet?.rowCount).toBe(3);
  expect([sheet?.getCell('A2').value, sheet?.getCell('B2').value]).toEqual(['结对〔2026〕1号', 12]);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['  =1', "'  =1"],
  ['\t=1', "'\t=1"],
  ['-5', '-5'],
  ['-3.5%', '-3.5%'],
  ['—', '—'],
  ['a\u0000b\u001f', 'ab'],
])('%j is written as %j', (text, safe) => {
  expect(defused(text)).toBe(safe);
});

test('an export without rows has its head', async () => {
  expect((await written([]))?.rowCount).toBe(1);
});

test('20,000 rows go through a slow reader', async () => {
  function* many(): Generator<TableCell[]> {
    for (let row = 0; row < 20_000; row++) yield [`结对〔2026〕${row}号`, row];
  }
  expect((await written(many()))?.rowCount).toBe(20_001);
});
