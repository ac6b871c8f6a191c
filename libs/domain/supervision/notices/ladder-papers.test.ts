import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { NoticeContent } from '#domain/notice';
import { noticeText } from '#render/notice-text';
import { composeNotice } from '#render/paper';
import { interviewNotice } from './interview-notice.ts';
import { dayList, type LateWork } from './late-work.ts';
import {
  interviewNoticeSample,
  supervisionLetterSample,
  urgeLetterSample,
  workCircularSample,
} from './late-work.sample.ts';
import { supervisionLetter } from './supervision-letter.ts';
import { urgeLetter } from './urge-letter.ts';
import { workCircular } from './work-circular.ts';

type Change = Partial<LateWork>;
const papers: Record<string, (change?: Change) => NoticeContent> = {
  'urge-letter': (change) => urgeLetter({ ...urgeLetterSample, ...change }),
  'supervision-letter': (change) => supervisionLetter({ ...supervisionLetterSample, ...change }),
  'interview-notice': (change) => interviewNotice({ ...interviewNoticeSample, ...change }),
  'work-circular': (change) => workCircular({ ...workCircularSample, ...change }),
};
const codes = Object.keys(papers);
const textOf = (code: string, content = papers[code]!()) => noticeText(composeNotice(code, content));

test.each(codes)('the %s reads as its golden text', (code) => {
  expect(textOf(code)).toBe(readFileSync(new URL(`./${code}.golden.txt`, import.meta.url), 'utf8'));
});

test.each(codes)('the %s says whose matter, which step, since when, how late and by when', (code) => {
  const text = textOf(code);
  for (const said of ['结对〔2026〕12号', '“确认结对关系”', '京医管改〔2026〕21号', '10月9日', '逾期'])
    expect(text).toContain(said);
  expect(text).toContain('国庆节放假，不计');
  expect(text).toMatch(/至迟于2026年10月\d+日办结/u);
});

test.each(codes)('the %s does not say 事项 twice', (code) => {
  const text = textOf(code, papers[code]!({ step: '办理计划事项', detail: '应急预案' }));
  expect(text).toContain('“办理计划事项”（应急预案），');
  expect(text).not.toContain('”事项');
});

test('a circular within the house has no word of a sanction', () => {
  expect(textOf('work-circular')).not.toMatch(/处罚|批评|警告|责令|违法|违规|罚/u);
});

test.each(codes)('hostile text in the %s stays text', (code) => {
  const hostile = '</p><script>x</script>{{step}}#read("x")\u202e';
  const text = textOf(code, papers[code]!({ detail: hostile, unit: hostile, contact: hostile }));
  expect(text).toContain('</p><script>x</script>{{step}}#read("x")');
  expect(text).not.toContain('\u202e');
});

test.each(codes)('the %s without a number is a draft, and is not issued', (code) => {
  const content = papers[code]!({ number: undefined });
  expect(textOf(code, content)).toContain('（草稿，未编号）');
  const issued = { ...content, frame: { ...content.frame, status: 'issued' as const } };
  expect(() => textOf(code, issued)).toThrow('number');
});

test('the second letter of urging says that it is the second', () => {
  const turn = (count: number) => textOf('urge-letter', urgeLetter({ ...urgeLetterSample, turn: count }));
  expect(turn(1)).toContain('关于催办“确认结对关系”');
  expect(turn(2)).toContain('关于第二次催办“确认结对关系”');
  expect(turn(500)).toContain('第九十九次');
});

test('work that is not late yet, was never reminded of and comes from an act still makes a paper', () => {
  const source = { sort: 'act', label: '责任书备案', on: '2026-09-25' } as const;
  const text = textOf(
    'urge-letter',
    papers['urge-letter']!({ lateWorkingDays: 0, reminded: [], earlier: [], source }),
  );
  expect(text).toContain('2026年9月25日“责任书备案”完成后');
  expect(text).toContain('此前没有提醒。');
  expect(text).not.toContain('已逾期0');
});

test('an interview that the ladder calls for by itself leaves day and place to be arranged', () => {
  const { on: _on, at: _at, place: _place, ...rest } = interviewNoticeSample;
  const text = textOf('interview-notice', interviewNotice({ ...rest, who: 'principal', arranged: true }));
  expect(text).toContain('另行确定');
  expect(text).not.toContain('待定');
  const draft = interviewNotice({ ...rest, number: undefined });
  expect(textOf('interview-notice', draft)).toContain('（二）约谈时间。（日期待定）（时间待定）。');
});

test('a limit of the law is named with its ground, one of our own is not', () => {
  const limit = { ...urgeLetterSample.limit, ground: '某办法第三条' };
  expect(textOf('urge-letter', papers['urge-letter']!({ limit }))).toContain('依据：某办法第三条。');
  expect(textOf('urge-letter')).not.toContain('依据：');
});

test('days of one year are named with the year once, and of many the last eight', () => {
  expect(dayList(['2026-12-30', '2026-12-31', '2027-01-04'])).toBe('2026年12月30日、12月31日、2027年1月4日');
  const reminded = Array.from({ length: 12 }, (_, index) => `2026-10-${10 + index}`);
  expect(textOf('urge-letter', papers['urge-letter']!({ reminded }))).toContain(
    '我局已12次提醒你单位，最近8次为2026年10月14日、10月15日',
  );
});
