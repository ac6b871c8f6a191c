import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { noticeTypeOf, noticeTypes } from '../notice-types.ts';
import { dropped, namingOf, wordingFaults, type WordedPaper } from './faults.ts';
import { fieldName } from './names.ts';
import { linesOf, sourceOf } from './notation.ts';
import { usesOf } from './uses.ts';

const domain = fileURLToPath(new URL('../', import.meta.url));
const sources = new Map(
  readdirSync(domain, { recursive: true, encoding: 'utf8' }).flatMap((path): [string, string][] => {
    const code = /[\\/]notices[\\/]([a-z0-9-]+)\.hbs$/u.exec(path)?.[1];
    return code ? [[code, readFileSync(domain + path, 'utf8')]] : [];
  }),
);
function shippedOf(code: string): WordedPaper {
  const type = noticeTypeOf(code);
  const read = type.read(type.sample);
  if ('wrong' in read) throw new Error(read.wrong.join());
  return { source: sources.get(code) ?? '', fields: read.content.fields };
}
const codes = noticeTypes.map(({ code }) => code);
const decision = shippedOf('penalty-decision');
const faultsOf = (source: string, shipped = decision) =>
  wordingFaults(source, shipped).map(({ line, says }) => `${line} ${says}`);
const changed = (before: string, after: string, shipped = decision) => {
  expect(shipped.source).toContain(before);
  return faultsOf(shipped.source.replace(before, after), shipped);
};

test.each(codes)('the shipped wording of %s passes its own checks', (code) => {
  const shipped = shippedOf(code);
  expect(wordingFaults(shipped.source, shipped)).toEqual([]);
  expect(dropped(shipped.source, shipped.source)).toEqual([]);
});

test.each(codes)(
  '%s in words is the same template again, each of its fields under a Chinese name',
  (code) => {
    const shipped = shippedOf(code);
    const naming = namingOf(shipped);
    const lines = linesOf(shipped.source, naming);
    expect(sourceOf(lines, naming)).toBe(shipped.source);
    expect(lines.map(({ text }) => text).join()).not.toContain('{{');
    const names = new Map<string, string>();
    for (const path of naming.keys()) {
      expect([path, fieldName(path)]).toEqual([path, expect.not.stringMatching(/[a-z]/u)]);
      const key = `${path.slice(0, path.lastIndexOf('[]') + 2)} ${fieldName(path)}`;
      expect([code, path, names.get(key)]).toEqual([code, path, undefined]);
      names.set(key, path);
    }
  },
);

test('a field that the paper does not have is refused with its line', () => {
  expect(changed('{{matter}}', '{{salary}}')).toEqual(['7 这份文书里没有“salary”这一项。']);
  expect(changed('{{matter}}', '{{constructor}}')).toHaveLength(1);
  expect(changed('{{matter}}', '【工资】')).toEqual(['7 没有“【工资】”这一项，请从“可写入的内容”中选。']);
});

test('only double braces and known helpers are taken', () => {
  expect(changed('{{matter}}', '{{{matter}}}')).toContain('0 不能使用三重花括号和“\\{{”。');
  expect(changed('{{matter}}', '{{&matter}}')[0]).toContain('看不懂');
  expect(changed('{{matter}}', '{{lookup party "name"}}')[0]).toContain('看不懂');
  expect(changed('{{matter}}', '{{> header}}')[0]).toContain('看不懂');
  expect(changed('{{matter}}', '{{shout matter}}')).toEqual(['7 “案由”不能这样写。']);
  expect(changed('{{matter}}', '{{day matter}}')).toEqual(['7 “案由”不能这样写。']);
});

test('only the tags of papers are taken, each where it may stand', () => {
  expect(changed('<p>经查', '<script>x</script><p>经查')[0]).toContain('不能使用<script>');
  expect(changed('<p>经查', '<p onclick="x">经查')[0]).toContain('不能带“onclick”');
  expect(changed('<p>经查', '<p><table>经查')[0]).toContain('表格不能写在段落里');
  expect(changed('<p>经查', '<p>经查<!--')[0]).toContain('单独的“<”');
  expect(changed('<p>经查，{{facts}}</p>', '经查，{{facts}}')[0]).toContain('须写在标题、段落');
  expect(changed('<h2>一、', '<h1>另一个标题</h1>\n<h2>一、')[0]).toContain('只能有一个标题');
});

test('what is opened is closed where it was opened, conditions and lists too', () => {
  expect(changed('<p>经查，{{facts}}</p>', '<p>经查，{{facts}}')[0]).toContain('段落');
  expect(changed('{{#if payment}}\n<p>', '<p>{{#if payment}}\n')).not.toEqual([]);
  expect(changed('{{/each}}', '')).toContainEqual(expect.stringContaining('逐项没有到此'));
  expect(changed('{{#if performBy}}', '')).not.toEqual([]);
});

test('one fault is said once, on the line where it is', () => {
  expect(changed('<p>经查', '<p><div>经查')).toEqual([expect.stringMatching(/^\d+ 不能使用<div>。$/u)]);
  expect(changed('<p>经查', '<p><b>经查')).toEqual([expect.stringContaining('的黑体还没有到此')]);
});

test('what may be missing is printed only where it was asked for', () => {
  expect(changed('本机关不当场收缴。', '本机关不当场收缴。（{{day performBy}}）')).toEqual([
    expect.stringContaining('“履行期限”有时没有内容'),
  ]);
  const outside = decision.source
    .replace('{{#if payment}}\n', '')
    .replace('到期不缴纳', '{{#if payment}}到期不缴纳');
  expect(faultsOf(outside).join()).toContain('“缴款·天数”有时没有内容');
});

test('a list is gone through or joined, a single thing is not', () => {
  expect(changed('{{joined evidence}}', '{{evidence}}')[0]).toContain('有多项');
  expect(changed('{{#each penalties}}', '{{#each matter}}').join()).toContain('不能逐项写');
});

test('a wording that is too long is refused', () => {
  expect(faultsOf(`<h1>题</h1><p>${'长'.repeat(20_000)}</p>`)[0]).toContain('不能超过20000个字符');
});

test('what a wording no longer prints is named; a condition alone prints nothing', () => {
  const source = decision.source.replace('{{review}}', '上一级机关').replace('{{day performBy}}', '期限');
  expect(dropped(source, decision.source)).toEqual(['performBy', 'review']);
});

test('the lines of faults are those of the page, and what is typed over several lines is one line', () => {
  const naming = namingOf(decision);
  const lines = linesOf(decision.source, naming);
  expect(lines[0]).toEqual({ kind: 'title', text: '行政处罚决定书' });
  expect(lines[6]?.text).toBe('本机关对你单位【案由】一案依法进行了调查，现已调查终结。');
  const typed = lines.map((line, index) => (index === 6 ? { ...line, text: '一案【天气】\n查明' } : line));
  expect(faultsOf(sourceOf(typed, naming))).toEqual([expect.stringMatching(/^7 没有“【天气】”/u)]);
  expect(usesOf(sourceOf(lines, naming))).toEqual(usesOf(decision.source));
});
