import { expect, test } from '@jest/globals';
import { csvLines } from './write-csv.ts';

test('commas, quotes and line ends stay in their cell, formulas are defused, Excel sees UTF-8', async () => {
  const columns = [{ header: '事项' }, { header: '进度' }];
  const rows = [
    ['退费，"一次办结"\n含住院', 80],
    ['=1+1', null],
  ];
  const lines: string[] = [];
  for await (const line of csvLines({ columns, rows })) lines.push(line);
  expect(lines).toEqual(['\uFEFF事项,进度\r\n', '"退费，""一次办结""\n含住院",80\r\n', "'=1+1,\r\n"]);
});
