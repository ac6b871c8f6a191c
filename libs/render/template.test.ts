import { expect, test } from '@jest/globals';
import { chineseDay, chineseOrdinal, templateOf } from './template.ts';
import { titleLines } from './title-lines.ts';

test('days are written in Arabic digits without leading zeros', () => {
  expect(chineseDay('2017-03-09')).toBe('2017年3月9日');
  expect(() => chineseDay('soon')).toThrow('soon');
});

test('headings are numbered in Chinese', () => {
  expect([1, 10, 11, 20, 34].map(chineseOrdinal)).toEqual(['一', '十', '十一', '二十', '三十四']);
});

test('a template is strict: a field that its data lacks is an error', () => {
  expect(() => templateOf('pairing-notice')({ issuer: '某局' })).toThrow('mechanism');
  expect(() => templateOf('../package')).toThrow('no template');
});

test('the bureau’s own wording is compiled as strictly as the shipped one', () => {
  const worded = templateOf('circular', '<p>{{title}}</p>');
  expect(worded({ title: '<b>甲</b>' })).toBe('<p>&lt;b&gt;甲&lt;/b&gt;</p>');
  expect(() => worded({})).toThrow('title');
  expect(() => templateOf('circular', '<p>{{{title}}}</p>')).toThrow('unescaped');
  expect(() => templateOf('circular', '<p>{{lookup title "x"}}</p>')({ title: '甲' })).toThrow();
});

test('a name in 《》 is not broken behind its bracket, and no line ends inside a place or an unknown word', () => {
  expect(titleLines('北京市医院管理局关于印发《北京市西城区医耗联动综合改革实施方案》的通知')).toEqual([
    '北京市医院管理局关于印发《北京市西城区',
    '医耗联动综合改革实施方案》的通知',
  ]);
});

test('a title that is no title any more is broken in no time, and nothing of it is lost', () => {
  for (const title of ['甲'.repeat(200), '甲'.repeat(20_000), '北京市，'.repeat(45)]) {
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
  }
});

test('a long title is broken between words into lines of about equal length', () => {
  const lines = titleLines('北京市医院管理局关于建立医药分开综合改革“手拉手”帮带工作机制的通知');
  expect(lines).toHaveLength(2);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  expect(lines.some((line) => /^[，。、”》）]|[“《（]$/u.test(line))).toBe(false);
  expect(titleLines('责任书')).toEqual(['责任书']);
});
