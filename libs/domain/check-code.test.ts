import { expect, test } from '@jest/globals';
import { newCheckCode, readCheckCode } from './check-code.ts';

test('a code stands in three groups of four, without characters that look alike', () => {
  let next = 0;
  const codes = Array.from({ length: 20 }, () => newCheckCode((below) => next++ % below));
  for (const code of codes)
    expect(code).toMatch(/^[2-9AC-FHJKMNPQRTVWXY]{4}(-[2-9AC-FHJKMNPQRTVWXY]{4}){2}$/);
  expect(codes[0]).toBe('2345-6789-ACDE');
});

test.each([
  ['K7QM-2XWD-9TRA'],
  ['k7qm2xwd9tra'],
  [' K7QM 2XWD 9TRA '],
  ['Ｋ７ＱＭ－２ＸＷＤ－９ＴＲＡ'],
  ['k7qm—2xwd–9tra。'],
  ['K7QM-ZXWD-9TRA'],
])('%s is read as the code that was printed', (typed) => {
  expect(readCheckCode(typed)).toBe('K7QM-2XWD-9TRA');
});

test.each([[''], ['K7QM-2XWD-9TR'], ['K7QM-2XWD-9TRA-9'], ['K7QM-2XWD-9TR0'], ['校验码']])(
  '“%s” is no code',
  (typed) => {
    expect(readCheckCode(typed)).toBeUndefined();
  },
);
