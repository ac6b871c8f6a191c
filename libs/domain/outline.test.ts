import { expect, test } from '@jest/globals';
import { outlineOf } from './outline.ts';

test('the two upper levels are headings, by how a line begins', () => {
  expect(outlineOf('一、改革范围\n（一）价格\n1.先行医院\n各医院照此办理。')).toEqual([
    { level: 1, text: '一、改革范围' },
    { level: 2, text: '（一）价格' },
    { text: '1.先行医院' },
    { text: '各医院照此办理。' },
  ]);
});

test('a heading that runs into its paragraph is set apart up to its full stop, its brackets made full width', () => {
  const [line] = outlineOf('(一)规范调整价格。按照总量控制的原则，降低检验项目价格。');
  expect(line).toEqual({ text: '（一）规范调整价格。按照总量控制的原则，降低检验项目价格。', lead: 10 });
});

test('a long sentence that begins like a heading is a paragraph', () => {
  const long = `一、${'各医院应当认真落实各项任务，'.repeat(4)}不得推诿。`;
  expect(outlineOf(long)).toEqual([{ text: long }]);
  expect(outlineOf('一、二级医院参照执行。')).toEqual([{ text: '一、二级医院参照执行。' }]);
});

test('blank lines and the spaces around a line carry no meaning', () => {
  expect(outlineOf('\n\n　　一、总则 \r\n\r\n')).toEqual([{ level: 1, text: '一、总则' }]);
});
