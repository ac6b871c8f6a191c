import { expect, test } from '@jest/globals';
import { changedWords, comparedLines } from './compared.ts';
import { insertedAt, moved, removed } from './lines.ts';

test('only lines that one of the two texts has are said, each with its own number', () => {
  expect(comparedLines(['甲', '乙', '丙'], ['甲', '丁', '丙', '戊'])).toEqual([
    { sort: 'gone', line: 2, text: '乙' },
    { sort: 'new', line: 2, text: '丁' },
    { sort: 'new', line: 4, text: '戊' },
  ]);
  expect(comparedLines(['甲'], ['甲'])).toEqual([]);
  expect(comparedLines([], ['甲'])).toHaveLength(1);
});

test('a line in place of another says only what differs in it', () => {
  const said = changedWords(
    comparedLines(['甲', '请于月底办结。', '丙'], ['甲', '请于月中前办结。', '丁', '丙']),
  );
  expect(said).toEqual([
    { line: 2, head: '请于月', gone: '底', new: '中前', tail: '办结。' },
    { line: 3, head: '', gone: '', new: '丁', tail: '' },
  ]);
});

const lines = [
  { kind: 'title' as const, text: '通知' },
  { kind: 'paragraph' as const, text: '请于办结。' },
];

test('a field goes in where somebody last typed, and the next one behind it', () => {
  const first = insertedAt(lines, { index: 1, at: 2 }, '【办结时限】');
  expect(first.lines[1]?.text).toBe('请于【办结时限】办结。');
  expect(insertedAt(first.lines, first.caret, '前').lines[1]?.text).toBe('请于【办结时限】前办结。');
});

test('the first line does not move up, and the only line is not removed', () => {
  expect(moved(lines, 0, -1)).toEqual(lines);
  expect(moved(lines, 0, 1).map(({ text }) => text)).toEqual(['请于办结。', '通知']);
  expect(removed([lines[0]!], 0)).toHaveLength(1);
});
