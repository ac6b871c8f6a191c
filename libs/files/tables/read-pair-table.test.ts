import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { writePairTemplate } from './pair-template.ts';
import { readPairTable } from './read-pair-table.ts';
import { zipOf } from './zip.sample.ts';

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;
async function workbook(fill: Fill): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名单'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const read = async (bytes: Buffer, name = '名单.xlsx'): Promise<string[]> => {
  const { rows, problems } = await readPairTable(bytes, name);
  expect(problems).toEqual([]);
  return rows.map(({ row, pilotText, assistedText }) => `${row} ${pilotText}>${assistedText}`);
};
const refusal = (bytes: Buffer, name = '名单.xlsx'): Promise<string> =>
  readPairTable(bytes, name).then(
    () => 'read',
    (error: Error & { remedy?: string }) => `${error.message}${error.remedy ?? error.stack}`,
  );
const head = ['试点医院', '序号', '帮带医院'];
const table = [
  head,
  ['北京友谊医院', '1', '宣武医院'],
  ['', '2', '北京儿童医院'],
  ['北京朝阳医院', '3', '北京胸科医院'],
];
const expected = ['2 北京友谊医院>宣武医院', '3 北京友谊医院>北京儿童医院', '4 北京朝阳医院>北京胸科医院'];
const csv = table.map((cells) => cells.join(',')).join('\r\n');

test('merged cells carry the pilot down, below a title', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRows([['“手拉手”帮带名单'], ...table]);
    sheet.mergeCells('A1:C1');
    sheet.mergeCells('A3:A4');
  });
  expect(await read(bytes)).toEqual([
    '3 北京友谊医院>宣武医院',
    '4 北京友谊医院>北京儿童医院',
    '5 北京朝阳医院>北京胸科医院',
  ]);
});

test('beside merged cells a blank pilot is an omission, not the one above', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRows([...table, ['', '4', '北京口腔医院']]);
    sheet.mergeCells('A2:A3');
  });
  expect((await read(bytes)).at(-1)).toBe('5 >北京口腔医院');
});

test('formulas give the value that was saved; rich text, links and numbers give their text', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(head);
    sheet.addRow([
      { richText: [{ text: '北京' }, { text: '友谊医院', font: { bold: true } }] },
      { formula: 'WEBSERVICE("http://198.51.100.1/")', result: 1 },
      { text: '宣武医院', hyperlink: 'https://example.org' },
    ]);
    sheet.addRow([{ formula: 'A2', result: '北京友谊医院' }, 301, 301]);
  });
  expect(await read(bytes)).toEqual(['2 北京友谊医院>宣武医院', '3 北京友谊医院>301']);
});

test('a formula without a saved value is named by row and column', async () => {
  const bytes = await workbook((sheet) => sheet.addRows([head, ['北京友谊医院', 1, { formula: 'A1&"x"' }]]));
  expect((await readPairTable(bytes, '')).problems).toMatchObject([
    { row: 2, column: 'C', message: expect.stringContaining('第 2 行帮带医院（C 列）') },
  ]);
});

test('hidden sheets are not read; two lists are refused', async () => {
  const both = (state: 'hidden' | 'visible'): Promise<Buffer> =>
    workbook((sheet, book) => {
      sheet.addRows(table);
      book.addWorksheet('去年', { state }).addRows([head, ['甲', 1, '乙']]);
    });
  expect(await read(await both('hidden'))).toEqual(expected);
  expect(await refusal(await both('visible'))).toContain('“名单”和“去年”里都有名单');
});

test('the template is empty, is read back and lets names be chosen', async () => {
  const bytes = await writePairTemplate(['北京友谊医院', '宣武医院', '=危险()']);
  expect(await refusal(bytes)).toContain('表头下面没有名单');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.getWorksheet('结对名单');
  expect(sheet?.getCell('A2').dataValidation.formulae).toEqual(["'医院名册'!$A$1:$A$3"]);
  expect(book.getWorksheet('医院名册')?.getCell('A3').value).toBe("'=危险()");
  sheet?.getRow(2).getCell(1).model;
  if (sheet) [sheet.getCell('A2').value, sheet.getCell('B2').value] = ['北京友谊医院', '宣武医院'];
  expect(await read(Buffer.from(await book.xlsx.writeBuffer()))).toEqual(['2 北京友谊医院>宣武医院']);
});

test('other column names are answered with those expected', async () => {
  const bytes = await workbook((sheet) =>
    sheet.addRows([
      ['医院A', '医院B'],
      ['x', 'y'],
    ]),
  );
  expect(await refusal(bytes)).toMatch(/第 1 行是“医院A”、“医院B”.*“试点医院”和“帮带医院”/u);
});

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(csv)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv}`)],
  ['GBK', iconv.encode(csv, 'gbk')],
  ['GB18030', iconv.encode(csv, 'gb18030')],
  ['UTF-16 little endian', iconv.encode(csv, 'utf16le', { addBOM: true })],
  ['UTF-16 big endian', iconv.encode(csv, 'utf16be', { addBOM: true })],
  ['UTF-16 without a mark', iconv.encode(csv, 'utf16le')],
  ['tabs', Buffer.from(csv.replaceAll(',', '\t'))],
  ['semicolons', Buffer.from(csv.replaceAll(',', ';'))],
  ['quotes', Buffer.from(csv.replaceAll(/[^,\r\n]+/gu, '"$&"'))],
])('CSV with %s', async (_, bytes) => {
  expect(await read(bytes, '名单.csv')).toEqual(expected);
});

test('a line that names the delimiter is not a row', async () => {
  expect(await read(Buffer.from(`sep=;\r\n${csv.replaceAll(',', ';')}`), '名单.csv')).toEqual(expected);
});

const oldFile = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const content = '<?xml version="1.0"?><Types/>';
test.each<[string, Buffer, string]>([
  ['an empty file', Buffer.alloc(0), '是空的'],
  ['a file of 11 MB', Buffer.alloc(11 * 1024 * 1024, 'a'), '超过 10 MB'],
  ['an old .xls', oldFile, '另存为 .xlsx'],
  [
    'a workbook with a password',
    Buffer.concat([oldFile, Buffer.from('EncryptedPackage', 'utf16le')]),
    '打开密码',
  ],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
  ['a web page named .xls', Buffer.from('\ufeff<html><table><tr><td>1</td></tr></table></html>'), '网页格式'],
  ['an archive cut off', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100)]), '已损坏'],
  ['another archive', zipOf({ 'a.txt': 'x' }), '不是 Excel'],
  ['an .xlsb', zipOf({ 'xl/workbook.bin': 'x' }), '.xlsb'],
  [
    'a workbook without its parts',
    zipOf({ '[Content_Types].xml': content, 'xl/workbook.xml': '<nonsense' }),
    '已损坏',
  ],
  ['a zip bomb', zipOf({ 'xl/workbook.xml': Buffer.alloc(90 * 1024 * 1024) }), '解开后过大'],
  [
    'a zip bomb that lies',
    zipOf({ 'xl/workbook.xml': 'x', 'xl/a.xml': Buffer.alloc(90 * 1024 * 1024) }, 10),
    '解开后过大',
  ],
  ['random bytes', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 89 + 7) % 256)), '编码'],
  ['a quote never closed', Buffer.from(`${csv}\n"x,y\n${'z,z\n'.repeat(40_000)}`), '引号不成对'],
  ['a CSV of 7,000 rows', Buffer.from(`${csv}\n${'甲,1,乙\n'.repeat(7000)}`), '超过 6000 行'],
])('%s is refused with a sentence', async (_, bytes, sentence) => {
  expect(await refusal(bytes)).toContain(sentence);
});

test('a sheet with too many rows or columns is refused', async () => {
  const rows = await workbook((sheet) => sheet.addRows(Array.from({ length: 6100 }, () => ['甲', 1, '乙'])));
  expect(await refusal(rows)).toContain('超过 6000 行');
  const columns = await workbook((sheet) => sheet.addRow(Array.from({ length: 300 }, () => 'x')));
  expect(await refusal(columns)).toContain('超过 200 列');
});

test('an assisted cell with several names is several pairs; totals and notes are none', async () => {
  const text = '试点医院,帮带医院\n友谊医院,"宣武医院、儿童医院"\n合计,2\n注：以上为示例';
  expect(await read(Buffer.from(text), 'a.csv')).toEqual(['2 友谊医院>宣武医院', '2 友谊医院>儿童医院']);
});

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

test('cells merged over all of Excel end with a sentence, not with the process', async () => {
  const links = (target: string, sort: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/${sort}" Target="${target}"/></Relationships>`;
  const bytes = zipOf({
    '_rels/.rels': links('xl/workbook.xml', 'officeDocument'),
    'xl/_rels/workbook.xml.rels': links('worksheets/sheet1.xml', 'worksheet'),
    'xl/workbook.xml': `<workbook ${namespaces}><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${namespaces}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
  });
  expect(await refusal(bytes)).toContain('过于复杂');
});
