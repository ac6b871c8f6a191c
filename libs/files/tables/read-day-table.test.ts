import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readDayTable } from './read-day-table.ts';

const days = {
  '2027-01-01': { kind: 'holiday', name: '元旦' },
  '2027-01-09': { kind: 'makeup', name: '春节' },
};
const bytes = (text: string) => Buffer.from(text);

test.each([
  ['csv', '日期,类型,名称\n2027-01-01,放假,元旦\n2027/1/9,上班,春节\n'],
  ['csv', '2027年安排\nname\tday\tkind\n元旦\t2027年1月1日\tholiday\n春节\t2027-1-9\tmakeup'],
  [
    'json',
    '[{"day":"2027-01-01","kind":"holiday","name":"元旦"},{"day":"2027-01-09","kind":"makeup","name":"春节"}]',
  ],
  ['json', '{"2027-01-01":{"kind":"holiday","name":"元旦"},"2027-01-09":{"kind":"makeup","name":"春节"}}'],
])('a year in a %s file is read', async (extension, text) =>
  expect(await readDayTable(bytes(text), `2027.${extension}`)).toEqual({ days, problems: [] }),
);

test('a workbook is read', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('2027');
  sheet.addRow(['日期', '类型', '节日']);
  for (const [day, { kind, name }] of Object.entries(days)) sheet.addRow([day, kind, name]);
  const written = Buffer.from(await workbook.xlsx.writeBuffer());
  expect(await readDayTable(written, '2027.xlsx')).toEqual({ days, problems: [] });
});

test('rows that make no sense are named and left out', async () => {
  const text =
    '日期,类型,名称\n2027-02-30,放假,元旦\n2027-01-01,半天,元旦\n2027-01-02,放假,\n2027-01-03,放假,元旦\n2027-01-03,上班,元旦';
  expect(await readDayTable(bytes(text), 'a.csv')).toEqual({
    days: { '2027-01-03': { kind: 'holiday', name: '元旦' } },
    problems: [
      '第2行：“2027-02-30”不是有效日期，应写作 2027-01-01。',
      '第3行：“半天”不能识别，应写作“放假”或“上班”。',
      '第4行：没有写明节日名称。',
      '第6行：2027-01-03 在前面已经列过。',
    ],
  });
});

test.each([
  ['a.csv', '元旦,2027-01-01', '没有找到表头'],
  ['a.json', '{"2027', '不完整'],
  ['a.json', '[1,2]', '不是日期的列表'],
])('%s that holds %s is refused with a sentence', (name, text, sentence) =>
  expect(readDayTable(bytes(text), name)).rejects.toThrow(sentence),
);
