import { expect, test } from '@jest/globals';
import { cleanData, cleanText, lineBreak } from './clean-text.ts';

test('control, zero-width and bidi characters are taken out of what a person wrote', () => {
  expect(cleanText('甲\u0000\u0007\u200B\u200D\u202E\u2066\uFEFF\u00AD乙\uD800')).toBe('甲乙');
});

test('rare characters and the variants of a name are kept', () => {
  const names = '䶮堃𬱖𠅤㛃葛\u{E0100}';
  expect(cleanText(names)).toBe(names);
});

test('every sort of line end becomes one break', () => {
  expect(cleanText('一\r\n\r\n二\n三\u2028四')).toBe(['一', '二', '三', '四'].join(lineBreak));
});

test('data is cleaned through and through, and nothing but its strings changes', () => {
  const data = { a: ['x\u200B', { b: '\u202Ey' }], n: 7, no: null, yes: true };
  expect(cleanData(data)).toEqual({ a: ['x', { b: 'y' }], n: 7, no: null, yes: true });
});
