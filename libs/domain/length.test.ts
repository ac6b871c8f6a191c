import { expect, test } from '@jest/globals';
import { parseLength } from './length.ts';

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
