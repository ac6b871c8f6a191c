import { expect, test } from '@jest/globals';
import type { Layout } from './notice.ts';
import { bearsSeal, legalFrame } from './notice-frames.ts';

const frame = legalFrame({ issuer: '某某局', date: '2026-11-23' });
const layouts: Layout[] = ['official', 'letter', 'minutes', 'agreement', 'legal', 'form', 'record'];

test('the seal stands on 文件, 信函 and 执法文书, never on minutes, agreements, forms and records', () => {
  expect(layouts.filter((layout) => bearsSeal({ ...frame, layout }))).toEqual([
    'official',
    'letter',
    'legal',
  ]);
});

test('a paper that names no issuer bears no seal', () => {
  const { issuer: _, ...nameless } = frame;
  expect(bearsSeal(nameless)).toBe(false);
});
