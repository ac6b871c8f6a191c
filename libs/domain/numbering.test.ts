import { expect, test } from '@jest/globals';
import { noticeTypes } from './notice-types.ts';
import { numberingOn, numberText, seriesOf, shippedNumbering } from './numbering.ts';

const rowOf = (paper: string, day = '2026-11-23') => numberingOn(shippedNumbering, paper, day);

test('papers with the same letters are counted in one series, issues each in their own', () => {
  const [urge, supervise, minutes] = ['urge-letter', 'supervision-letter', 'meeting-minutes'].map((one) =>
    rowOf(one),
  );
  expect(seriesOf(urge!)).toBe(seriesOf(supervise!));
  expect(seriesOf(minutes!)).toBe('notice:meeting-minutes');
  expect(numberText(urge!, 2026, 12)).toBe('京医管督函〔2026〕12号');
  expect(numberText(minutes!, 2026, 12)).toBe('〔2026〕第12期');
  expect(numberText({ form: 'file' }, 2026, 12)).toBe('2026-0012');
});

test('every paper that is to bear a number has its row from the first day of the calendar, no other has one', () => {
  for (const { code, numberMark, byIssue } of noticeTypes)
    expect(rowOf(code, '2016-01-01') !== undefined).toBe(numberMark !== undefined || byIssue === true);
});

test('a new row holds for papers of its day and later', () => {
  const [first] = shippedNumbering.filter(({ code }) => code === 'number.urge-letter');
  const rows = [
    { ...first!, to: '2026-12-01' },
    { ...first!, from: '2026-12-01', letters: '京卫督函' },
  ];
  const numberOn = (day: string) => numberText(numberingOn(rows, 'urge-letter', day)!, 2026, 1);
  expect([numberOn('2026-11-30'), numberOn('2026-12-01')]).toEqual([
    '京医管督函〔2026〕1号',
    '京卫督函〔2026〕1号',
  ]);
});
