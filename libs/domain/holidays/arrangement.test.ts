import { expect, test } from '@jest/globals';
import { seedCalendar } from '#db/seed/calendar';
import type { Day } from '../day.ts';
import { readArrangement, yearIn } from './arrangement.ts';
import { notices } from './notices.sample.ts';

const kindsOf = (days: Record<Day, { kind: string }>, year: number): Record<Day, string> =>
  Object.fromEntries(
    Object.entries(days)
      .filter(([day]) => day.startsWith(String(year)))
      .map(([day, { kind }]): [Day, string] => [day, kind])
      .sort(),
  );

test.each(Object.keys(notices).map(Number))(
  'the notice of %i gives exactly the days of that year',
  (year) => {
    const found = readArrangement(notices[year]!, year);
    expect(kindsOf(found.days, year)).toEqual(kindsOf(seedCalendar.days, year));
    expect(found.problems).toEqual([]);
    expect(yearIn(notices[year]!)).toBe(year);
  },
);

test('every sentence is either read, named as not read, or shown as beside the point', () => {
  const found = readArrangement(notices[2024]!, 2024);
  expect(found.unread).toEqual(['鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息']);
  expect(found.read).toHaveLength(12);
  expect(found.skipped).toHaveLength(7);
});

test('what was read is said in words', () => {
  expect(
    readArrangement('一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。', 2026).read,
  ).toEqual([
    {
      text: '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天',
      says: '元旦：1月1日（周四）至1月3日（周六）放假，3天',
    },
    { text: '1月4日（周日）上班', says: '元旦：1月4日（周日）上班' },
  ]);
});

const days = (text: string, year = 2027): [Record<Day, string>, string[], string[]] => {
  const { days, problems, unread } = readArrangement(text, year);
  return [kindsOf(days, year), problems, unread];
};

test.each([
  ['half-width signs and spaces of a web page', '1. 元旦: 1月1日 (周五) 至 3日 (周日) 放假, 共3天'],
  ['no colon after the name', '一、元旦1月1日（周五）至3日（周日）放假，共3天。'],
  ['the name in a line of its own', '元旦：\n1月1日至3日放假。'],
  ['a dash for the run', '元旦：1月1日—3日放假3天'],
  ['days one by one', '元旦：1月1日、2日和3日放假'],
  ['from the year before', '一、元旦：2027年1月1日至2027年1月3日放假'],
])('%s', (_what, text) =>
  expect(days(text)).toEqual([
    { '2027-01-01': 'holiday', '2027-01-02': 'holiday', '2027-01-03': 'holiday' },
    [],
    [],
  ]),
);

test('a holiday and its make-up days in one sentence, and all in one line', () => {
  const line = '一、元旦：1月1日至3日放假调休，共3天，1月4日（周一）照常上班 二、春节：2月5日至11日放假';
  const [found, problems, unread] = days(line);
  expect(found).toMatchObject({ '2027-01-04': 'makeup', '2027-02-05': 'holiday', '2027-02-11': 'holiday' });
  expect([problems, unread]).toEqual([[], []]);
});

test('New Year may begin in the year before', () => {
  const found = readArrangement('一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023);
  expect(Object.keys(found.days)).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
  expect(Object.keys(readArrangement('元旦：12月31日至1月2日放假', 2023).days)).toEqual(
    Object.keys(found.days),
  );
});

test.each([
  ['一、元旦：1月1日（周四）放假。', '1月1日写作周四，按日历是周五'],
  ['一、元旦：1月1日至3日放假，共4天。', '写明共4天，所列日期是3天'],
  ['一、元旦：1月1日至3日放假。1月3日上班。', '1月3日（周日）既列为放假，又列为上班'],
  ['一、元旦：1月1日至3日放假。二、春节：1月3日放假。', '1月3日（周日）列了两次（元旦、春节）'],
  ['一、春节：2月30日放假。', '2月30日不存在'],
  ['一、春节：2月12日至5日放假。', '结束日早于开始日'],
  ['一、春节：2月1日至3月5日放假。', '超过15天'],
  ['1月4日上班。', '没有写明是哪个节日'],
  ['关于2026年部分节假日安排的通知\n一、元旦：1月1日放假。', '文中写的是2026年的安排，所选年度是2027年'],
])('a contradiction is named: %s', (text, problem) =>
  expect(readArrangement(text, 2027).problems.join()).toContain(problem),
);

test.each([
  '一、春节：除夕至正月初七放假',
  '二、清明节：4月5日前后各一天休息，具体另行通知',
  '元旦：1月1日起放假',
])('a sentence about days that can’t be read is named, and nothing is guessed: %s', (text) => {
  const found = readArrangement(text, 2027);
  expect(found.unread).toEqual([text]);
  expect(found.days).toEqual({});
});

test('a contradiction is named once', () =>
  expect(readArrangement('一、元旦：1月1日（周四）放假。', 2027).problems).toHaveLength(1));
