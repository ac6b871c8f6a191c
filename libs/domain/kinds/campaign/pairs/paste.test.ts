import { expect, test } from '@jest/globals';
import { annexRows, annexText } from './annex.sample.ts';
import { parsePastedPairs } from './paste.ts';

const namesOf = (text: string): string[] => {
  const { rows, problems } = parsePastedPairs(text);
  expect(problems).toEqual([]);
  return rows.map(({ pilotText, assistedText }) => `${pilotText}>${assistedText}`);
};
const annexNames = annexRows.map(({ pilotText, assistedText }) => `${pilotText}>${assistedText}`);
const four = annexNames.slice(0, 4);

test('the annex as it stands in the document gives exactly its 17 pairs', () => {
  expect(namesOf(annexText)).toEqual(annexNames);
  const { skipped } = parsePastedPairs(annexText);
  expect(skipped.map(({ text }) => text)).toEqual([
    '附件：',
    '医药分开综合改革“手拉手”帮带名单',
    '试点医院\t序号\t帮带医院',
    '北京市医院管理局办公室',
    '2017年3月21日印发',
  ]);
});

test('sentences and headings around the annex are skipped and said to be', () => {
  const letter = [
    '北京市医院管理局文件',
    '',
    '各市属医院：',
    '',
    '为更好地贯彻落实，现将有关情况通知如下：',
    '一、目的和意义',
    '北京友谊医院、朝阳医院作为试点医院，与其他 17 家市属医院建立机制。',
    '（一）帮带关系',
    '1. **试点医院职责**。帮助、指导帮带医院。',
    '(六) 内部绩效管理。主要对接工作包括：修订医院内部绩效考核体系。',
    annexText,
  ].join('\n');
  expect(namesOf(letter)).toEqual(annexNames);
});

test.each<[string, (text: string) => string]>([
  ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['blanks instead of tabs', (text) => text.replaceAll('\t', '      ')],
  ['ideographic blanks instead of tabs', (text) => text.replaceAll('\t', '\u3000\u3000')],
  ['blank lines between', (text) => text.replaceAll('\n', '\n\n')],
  ['a trailing tab from Excel', (text) => text.replaceAll('\n', '\t\n')],
  ['no heading', (text) => text.slice(text.indexOf('北京友谊'))],
  [
    'the table with bars',
    (text) => text.replace(/^(.*\t.*)$/gmu, (line) => `| ${line.replaceAll('\t', ' | ')} |`),
  ],
  ['commas', (text) => text.replaceAll('\t', ',')],
])('%s changes nothing', (_, change) => {
  expect(namesOf(change(annexText))).toEqual(annexNames);
});

test.each<[string, string]>([
  [
    'two columns, pilot repeated',
    '北京友谊医院\t宣武医院\n北京友谊医院\t北京儿童医院\n北京友谊医院\t北京肿瘤医院\n北京友谊医院\t北京老年医院',
  ],
  [
    'two columns, pilot carried down',
    '北京友谊医院\t宣武医院\n\t北京儿童医院\n\t北京肿瘤医院\n\t北京老年医院',
  ],
  [
    'the number in front',
    '1\t北京友谊医院\t宣武医院\n2\t\t北京儿童医院\n3\t\t北京肿瘤医院\n4\t\t北京老年医院',
  ],
  ['a number and a name', '北京友谊医院\t1\t宣武医院\n2\t北京儿童医院\n3. 北京肿瘤医院\n4 北京老年医院'],
  ['single blanks', '北京友谊医院 1 宣武医院\n2 北京儿童医院\n3 北京肿瘤医院\n北京友谊医院 北京老年医院'],
  ['a list behind a colon', '北京友谊医院：宣武医院、北京儿童医院、北京肿瘤医院，北京老年医院'],
  ['a list behind an arrow', '1. 北京友谊医院 → 宣武医院、北京儿童医院、北京肿瘤医院；北京老年医院'],
  ['a list in a cell', '北京友谊医院\t宣武医院、北京儿童医院\n\t北京肿瘤医院、北京老年医院'],
  ['a colon, then a name a line', '北京友谊医院：\n宣武医院\n北京儿童医院\n（3）北京肿瘤医院\n北京老年医院'],
  ['named sides', '试点医院：北京友谊医院\n帮带医院：宣武医院、北京儿童医院、北京肿瘤医院、北京老年医院'],
  [
    'the pilot in a row of its own',
    '北京友谊医院\t\t\n\t1\t宣武医院\n\t2\t北京儿童医院\n\t3\t北京肿瘤医院\n\t4\t北京老年医院',
  ],
  [
    'columns the other way around',
    '受援医院\t支援医院\n宣武医院\t北京友谊医院\n北京儿童医院\t北京友谊医院\n北京肿瘤医院\t北京友谊医院\n北京老年医院\t北京友谊医院',
  ],
  [
    'more columns under a head',
    '序号\t试点医院\t帮带医院\t备注\n1\t北京友谊医院\t宣武医院\t好\n2\t\t北京儿童医院\t\n3\t\t北京肿瘤医院\t\n4\t\t北京老年医院\t重点',
  ],
  [
    '帮带医院 beside 被帮带医院',
    '帮带医院\t被帮带医院\n北京友谊医院\t宣武医院、北京儿童医院\n\t北京肿瘤医院\n\t北京老年医院\n合计\t4',
  ],
])('%s', (_, text) => {
  expect(namesOf(text)).toEqual(four);
});

test('a cell of Excel with a line break inside is one name, and lines below keep their number', () => {
  const { rows } = parsePastedPairs('"北京\n友谊医院"\t宣武医院\n\t北京儿童医院');
  expect(rows).toEqual([
    { row: 1, pilotText: '北京友谊医院', assistedText: '宣武医院' },
    { row: 3, pilotText: '北京友谊医院', assistedText: '北京儿童医院' },
  ]);
});

test('a comma in brackets does not part a name', () => {
  expect(namesOf('北京友谊医院：宣武医院（东、西院区）、北京儿童医院')).toEqual([
    '北京友谊医院>宣武医院（东、西院区）',
    '北京友谊医院>北京儿童医院',
  ]);
});

test.each<[string, string, [number, string][]]>([
  ['nobody to carry down', '\t1\t宣武医院', [[1, 'no-pilot']]],
  [
    'a pilot that helps nobody',
    '北京友谊医院\t\n北京朝阳医院\t宣武医院\n北京同仁医院\t',
    [
      [1, 'no-assisted'],
      [3, 'no-assisted'],
    ],
  ],
  ['a name alone', '北京友谊医院\t宣武医院\n北京儿童医院', [[2, 'one-name']]],
  ['a number without a name', '北京友谊医院\t1\t宣武医院\n\t2\t', [[2, 'no-name']]],
  ['three names without a head', '北京友谊医院\t宣武医院\t北京儿童医院', [[1, 'too-many-columns']]],
  ['nothing at all', ' \n\t\n', [[1, 'nothing']]],
  ['a text that is no list', '今天天气很好。', [[1, 'nothing']]],
  ['a line far too long', `北京友谊医院：${'（'.repeat(300_000)}`, [[1, 'line-too-long']]],
  ['far too much', '医'.repeat(500_001), [[1, 'too-long']]],
])('%s is said by line', (_, text, expected) => {
  expect(parsePastedPairs(text).problems.map(({ line, code }) => [line, code])).toEqual(expected);
});

test('what is wrong is said with the line as it stands', () => {
  expect(parsePastedPairs('北京友谊医院\t宣武医院\n北京儿童医院').problems[0]?.message).toBe(
    '第 2 行“北京儿童医院”只有一个名称，看不出谁帮带谁。',
  );
});
