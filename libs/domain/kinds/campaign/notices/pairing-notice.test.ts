import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { noticeText } from '#render/notice-text';
import { composeNotice } from '#render/paper';
import { pairingNotice } from './pairing-notice.ts';
import { pairingNoticeSample as sample } from './pairing-notice.sample.ts';

const compose = (data = sample) => composeNotice('pairing-notice', pairingNotice(data));

test('the pairing notice of source 000 reads as its golden text', () => {
  expect(noticeText(compose())).toBe(
    readFileSync(new URL('./pairing-notice.golden.txt', import.meta.url), 'utf8'),
  );
});

test('the annex lists all 17 pairs, each pilot named once for its group', () => {
  const table = compose().blocks.find((block) => block.type === 'table');
  expect(table?.rows).toHaveLength(17);
  expect(table?.rows.filter((row) => row.length === 3).map(([pilot]) => [pilot?.text, pilot?.rows])).toEqual([
    ['北京友谊医院', 4],
    ['北京朝阳医院', 4],
    ['北京积水潭医院', 3],
    ['北京天坛医院', 3],
    ['北京同仁医院', 3],
  ]);
  expect(table?.rows.map((row) => row.at(-1)?.text)).toEqual(sample.pairs.map((pair) => pair.assisted));
});

test('pairs given in any order are grouped by pilot and numbered through', () => {
  const [a, b, c] = [sample.pairs[0]!, sample.pairs[4]!, sample.pairs[1]!];
  const table = compose({ ...sample, pairs: [a, b, c] }).blocks.find((block) => block.type === 'table');
  expect(table?.rows.map((row) => row.map((cell) => cell.text).join(' '))).toEqual([
    '北京友谊医院 1 宣武医院',
    '2 北京儿童医院',
    '北京朝阳医院 3 北京胸科医院',
  ]);
});

test('a notice without a number is a draft and names no day of printing', () => {
  const { frame } = compose({ ...sample, number: undefined });
  expect(frame).toMatchObject({ status: 'draft', number: undefined, printedOn: undefined });
});

test('an official paper is not issued without its number', () => {
  const content = pairingNotice(sample);
  const frame = { ...content.frame, number: undefined };
  expect(() => composeNotice('pairing-notice', { ...content, frame })).toThrow('number');
});
