import { expect, test } from '@jest/globals';
import { parseLength, parseSuspension } from './length.ts';

test.each([
  ['5WD', { unit: 'WD', count: 5 }],
  ['15CD', { unit: 'CD', count: 15 }],
  ['6MO', { unit: 'MO', count: 6 }],
  ['24H', { unit: 'H', count: 24 }],
  ['-7WD', { unit: 'WD', count: -7 }],
  ['quarter-end', { unit: 'CD', count: 0, endOf: 'quarter' }],
])('%s is a length', (text, length) => expect(parseLength(text)).toEqual(length));

test.each([
  '',
  '5',
  'WD',
  '5wd',
  '5 WD',
  '0WD',
  '-0WD',
  '-6MO',
  '1.5WD',
  '+5WD',
  '99999WD',
  '5WDx',
  '５WD',
  '1e3CD',
])('“%s” is refused with a sentence', (text) =>
  expect(() => parseLength(text)).toThrow(/^期限长度“.*可以写作/),
);

test('a suspension names its first and last day', () => {
  expect(parseSuspension('2026-10-09..2026-10-20')).toEqual({ from: '2026-10-09', to: '2026-10-20' });
  expect(() => parseSuspension('2026-10-20..2026-10-09')).toThrow('结束日早于开始日');
  expect(() => parseSuspension('2026-10-09..9999-12-31')).toThrow('过长');
});
test.each(['', '2026-10-09', '2026-02-30..2026-03-01', '2026-10-09..', '2026-10-09..2026-10-10..2026-10-11'])(
  'the suspension “%s” is refused with a sentence',
  (text) => expect(() => parseSuspension(text)).toThrow('不能识别'),
);
