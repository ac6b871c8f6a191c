import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { noticeText } from '#render/notice-text';
import { composeNotice } from '#render/paper';
import { inspectionBulletin } from './inspection-bulletin.ts';
import { inspectionBulletinSample as sample } from './inspection-bulletin.sample.ts';

const compose = (data = sample) => composeNotice('inspection-bulletin', inspectionBulletin(data));

test('the inspection bulletin reads as its golden text', () => {
  expect(noticeText(compose())).toBe(
    readFileSync(new URL('./inspection-bulletin.golden.txt', import.meta.url), 'utf8'),
  );
});

test('a final inspection without demands and without scores is still a whole paper', () => {
  const text = noticeText(
    compose({ ...sample, phase: 'final', scores: [], demands: undefined, reportBy: undefined }),
  );
  expect(text).toContain('终期检查情况的通报');
  expect(text).toContain('请双方继续按照责任书和帮带计划做好各项工作。');
  expect(text).not.toContain('平均得分');
});

test('the average is rounded half up to one decimal', () => {
  const averageOf = (...scores: number[]) =>
    inspectionBulletin({ ...sample, scores: scores.map((score) => ({ code: 'medical', score })) }).fields
      .average;
  expect(averageOf(90, 85)).toBe('87.5');
  expect(averageOf(1, 1, 0)).toBe('0.7');
  expect(averageOf(0)).toBe('0.0');
  expect(averageOf(100, 100, 100)).toBe('100.0');
});
