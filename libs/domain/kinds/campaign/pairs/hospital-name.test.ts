import { expect, test } from '@jest/globals';
import { annexRows, beijingRegister } from './annex.sample.ts';
import { readName } from './hospital-name.ts';
import { nameIndex } from './name-index.ts';

const find = nameIndex(beijingRegister);
const found = (text: string): string => {
  const answer = find(text);
  return answer.found === 'one' ? answer.match.name : answer.found;
};

test.each([
  ['full-width brackets and letters', '北京医院（Ａ区）', '北京医院(a区)'],
  ['spaces of any sort inside', ' 北京\u3000友谊\u00a0医 院\u200b', '北京友谊医院'],
  ['quotes', '“手拉手”医院', '手拉手医院'],
  ['radicals from a PDF', '清华⻓庚医院', '清华长庚医院'],
  ['other brackets', '北京医院〔东院〕', '北京医院(东院)'],
])('%s do not make another name', (_, a, b) => {
  expect(readName(a).plain).toBe(readName(b).plain);
});

test.each([
  ['宣武医院', '首都医科大学宣武医院'],
  ['北京市朝阳医院', '首都医科大学附属北京朝阳医院'],
  ['朝阳医院', '首都医科大学附属北京朝阳医院'],
  ['首都医科大学附属朝阳医院', '首都医科大学附属北京朝阳医院'],
  ['清华长庚医院', '北京清华长庚医院'],
  ['北京肿瘤医院', '北京大学肿瘤医院'],
  ['北京口腔医院', '首都医科大学附属北京口腔医院'],
  ['北京医院', '北京医院'],
])('%s is %s', (text, name) => {
  expect(found(text)).toBe(name);
});

test.each([
  ['口腔医院', 'several'],
  ['儿童医院', 'several'],
  ['医院', 'none'],
  ['第一医院', 'none'],
  ['辽宁朝阳医院', 'none'],
  ['北京天坛医院（新院区）', 'none'],
])('%s is not guessed', (text, answer) => {
  expect(found(text)).toBe(answer);
});

test('every name of the annex is one hospital', () => {
  const names = annexRows.flatMap(({ pilotText, assistedText }) => [pilotText, assistedText]);
  expect(new Set(names.map((name) => found(name))).size).toBe(22);
});

test.each([
  ['友宜医院', '首都医科大学附属北京友谊医院'],
  ['宣武', '首都医科大学宣武医院'],
  ['积水谭医院', '北京积水潭医院'],
  ['北京天坛医院（新院区）', '首都医科大学附属北京天坛医院'],
  ['首儿所附属儿童医院', '首都儿科研究所'],
])('%s has near matches', (text, name) => {
  const answer = find(text);
  expect(answer.found).toBe('none');
  expect(answer.found === 'none' && answer.suggestions.map((one) => one.name)).toContain(name);
});
