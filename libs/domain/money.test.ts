import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capitalAmount, yuanText } from './money.ts';

test.each([
  [0, '人民币零元整'],
  [5, '人民币伍分'],
  [50, '人民币伍角整'],
  [500, '人民币伍元整'],
  [505, '人民币伍元零伍分'],
  [1_000, '人民币壹拾元整'],
  [123_456, '人民币壹仟贰佰叁拾肆元伍角陆分'],
  [100_500, '人民币壹仟零伍元整'],
  [1_000_500, '人民币壹万零伍元整'],
  [1_050_000, '人民币壹万零伍佰元整'],
  [10_050_000, '人民币壹拾万零伍佰元整'],
  [10_500_000, '人民币壹拾万零伍仟元整'],
  [100_000_000_00, '人民币壹亿元整'],
  [100_000_001_00, '人民币壹亿零壹元整'],
  [100_010_000_00, '人民币壹亿零壹万元整'],
  [1_234_567_890_12, '人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
])('%d fen are %s', (fen, text) => expect(capitalAmount(fen)).toBe(text));

test('whole yuan have no decimals, others two', () => {
  expect([yuanText(100), yuanText(123_456), yuanText(1)]).toEqual(['1元', '1234.56元', '0.01元']);
});

const values: Record<string, number> = Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((c, n) => [c, n]));
/** Reads an amount in capitals by another way than it was written. */
function read(text: string): number {
  let [all, section, digit, fen] = [0, 0, 0, 0];
  for (const c of text.replace('人民币', '').replace('整', '')) {
    if (c in values) digit = values[c]!;
    else if (c === '拾' || c === '佰' || c === '仟')
      [section, digit] = [section + digit * { 拾: 10, 佰: 100, 仟: 1000 }[c], 0];
    else if (c === '万') [all, section, digit] = [all + (section + digit) * 10_000, 0, 0];
    else if (c === '亿') [all, section, digit] = [all + (section + digit) * 100_000_000, 0, 0];
    else if (c === '元') [all, section, digit] = [all + section + digit, 0, 0];
    else if (c === '角') [fen, digit] = [fen + digit * 10, 0];
    else if (c === '分') [fen, digit] = [fen + digit, 0];
  }
  return all * 100 + fen;
}

test('every amount reads back as itself, and no 零 stands twice or before a unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      const text = capitalAmount(fen);
      expect(read(text)).toBe(fen);
      expect(text).not.toMatch(/零零|零[万亿]|零元(?!整$)/u);
    }),
    { numRuns: 3_000 },
  );
});

test.each([-1, 0.5, Number.NaN, 1e14])('%d is no amount', (fen) =>
  expect(() => capitalAmount(fen)).toThrow(RangeError),
);
