import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { loadStartConfig } from '#config/config';
import type { Block, NoticeDocument } from '#domain/notice';
import { supervisionLetter } from '#domain/supervision/notices/supervision-letter';
import { supervisionLetterSample, workCircularSample } from '#domain/supervision/notices/late-work.sample';
import { workCircular } from '#domain/supervision/notices/work-circular';
import { composeNotice } from './paper.ts';
import { createRenderer } from './renderer.ts';

const renderer = createRenderer({ fontDir: path.join(loadStartConfig().cacheDir, 'fonts') });
afterAll(() => renderer.close());

const letter = composeNotice('supervision-letter', supervisionLetter(supervisionLetterSample));
const visible = (page = '') => page.replace(/<[^>]*>/gu, '');
/** In points from the top left corner, as `[x, y]`; mm × 72 / 25.4. */
const mm = (points: number) => (points * 25.4) / 72;

/** Where the red bars of a page stand: Typst draws each inside groups that only move it. */
function redBars(page: string): { left: number; top: number; width: number }[] {
  const bars: { left: number; top: number; width: number }[] = [];
  const moved: [x: number, y: number][] = [];
  for (const [tag, close, attributes = ''] of page.matchAll(/<(\/?)(?:g|path|svg)\b([^>]*)>/gu)) {
    if (close) moved.pop();
    else {
      const [, x = 0, y = 0] = /transform="translate\(([-\d.]+)[ ,]+([-\d.]+)\)"/u.exec(attributes) ?? [];
      const at: [number, number] = [Number(x), Number(y)];
      const width = Math.max(...[...attributes.matchAll(/[HLh] ?([\d.]+)/gu)].map(([, to]) => Number(to)), 0);
      if (/fill="#e60012"/iu.test(attributes) && width > 400) {
        const sum = [...moved, at].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
        bars.push({ left: mm(sum[0]), top: mm(sum[1]), width: mm(width) });
      }
      if (!tag.endsWith('/>')) moved.push(at);
    }
  }
  return bars;
}

test('a letter stands between two red double rules of 170 mm on its first page only (GB/T 9704-2012, 10.1)', async () => {
  const [first = '', second = ''] = await renderer.svg(letter);
  const bars = redBars(first);
  expect(bars).toHaveLength(4);
  for (const { left, width } of bars) {
    expect(left).toBeCloseTo(20, 1);
    expect(width).toBeCloseTo(170, 1);
  }
  const tops = bars.map(({ top }) => top);
  // The name is 44 pt high and stands 30 mm from the head; the foot's lower rule ends 20 mm above the edge.
  expect(tops[0]).toBeCloseTo(30 + mm(44) + 4, 1);
  expect(tops[3]).toBeCloseTo(297 - 20 - 0.9, 1);
  expect(redBars(second)).toEqual([]);
});

test('a letter bears no page number on its first page', async () => {
  const pages = (await renderer.svg(letter)).map(visible);
  expect(pages[0]).not.toContain('— 1 —');
  expect(pages[1]).toContain('— 2 —');
});

test('an issuer with a long name has it on one line between the ends of the rules', async () => {
  const issuerMark = '某某省某某市某某区卫生健康委员会综合监督执法局';
  const [page = ''] = await renderer.svg({ ...letter, frame: { ...letter.frame, issuerMark } });
  expect(visible(page)).toContain(issuerMark);
  expect(redBars(page)).toHaveLength(4);
});

test('neither a blank page before the 版记 nor the page of the 版记 is numbered, wherever the text ends', async () => {
  const { frame } = composeNotice('work-circular', workCircular(workCircularSample));
  const line: Block = { type: 'paragraph', runs: [{ text: '事项办理情况' }], indent: true };
  for (let lines = 25; lines <= 32; lines += 1) {
    const document: NoticeDocument = {
      frame,
      blocks: [{ type: 'title', lines: ['工作通报'] }, ...Array.from({ length: lines }, () => line)],
    };
    const pages = (await renderer.svg(document)).map(visible);
    expect(pages.length % 2).toBe(0);
    const blank = pages.findIndex((page) => !/\p{Script=Han}/u.test(page));
    if (blank >= 0) expect(pages.slice(blank).join()).not.toMatch(/— \d+ —/u);
  }
});
