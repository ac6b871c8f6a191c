import { afterAll, expect, test } from '@jest/globals';
import type { Layout, NoticeFrame } from '#domain/notice';
import { linesOf, type Page } from './measured.ts';
import { find, frameOf, near, openRenderer, pagesBy, paragraph, titled, type, wordsOf } from './setting.ts';

/** What an issued paper bears besides its words: its check code, and whether it is sealed. */
const renderer = openRenderer();
const pagesOf = pagesBy(renderer);
afterAll(() => renderer.close());

const check = { code: 'K7QM-2XWD-9TRA', at: 'https://dx.example.gov.cn/check' };
const set = (layout: Layout, changed: Partial<NoticeFrame> = {}): Promise<Page[]> =>
  pagesOf({
    frame: frameOf(layout, { signedBelow: ['被询问人'], ...changed }),
    blocks: [titled('关于有关事项的文书'), paragraph('请按照要求办理并按时反馈结果。'.repeat(80))],
  });
const places = (pages: Page[]) =>
  pages.map(({ texts }) => texts.filter(({ text }) => !/校验码|印/u.test(text)));
const layouts = ['official', 'letter', 'minutes', 'agreement', 'legal', 'form', 'record'] as const;

test.each(layouts)(
  'the check code of a paper (%s) stands on its last page only, outside the type area, and moves nothing',
  async (layout) => {
    const [plain, checked] = [await set(layout), await set(layout, { check })];
    const last = checked.at(-1)!;
    const line = find([last], '校验码');
    expect(line.text.replaceAll(' ', '')).toBe(
      `校验码：${check.code}　查验网址：${check.at}`.replaceAll('　', ''),
    );
    near(line.left, type.left);
    expect(line.top).toBeGreaterThan(type.foot + 10);
    expect(line.bottom).toBeLessThan(297 - 5);
    for (const other of linesOf(last).filter(({ text }) => !text.includes('校验码')))
      expect(other.bottom).toBeLessThan(line.top + 0.5);
    expect(checked.slice(0, -1).some((page) => wordsOf(page).includes('校验码'))).toBe(false);
    const rest = checked.map(({ texts }) => texts.filter(({ bottom }) => bottom < line.top + 0.5));
    expect(rest).toEqual(plain.map(({ texts }) => texts));
  },
);

test.each(['official', 'letter', 'legal'] as const)(
  'an issued paper (%s) says at the place of the seal that it bears none, until it is sealed; nothing else moves',
  async (layout) => {
    const [draft, issued, sealed] = [
      await set(layout, { status: 'draft' }),
      await set(layout),
      await set(layout, { sealed: true }),
    ];
    const mark = find(issued, '未用印');
    const date = find(issued, '2026年11月22日');
    near((mark.left + mark.right) / 2, (date.left + date.right) / 2);
    expect(mark.top - date.bottom).toBeLessThan(6);
    expect(mark.size).toBeLessThan(10);
    for (const pages of [draft, sealed]) expect(pages.map(wordsOf).join()).not.toContain('未用印');
    expect(places(sealed)).toEqual(places(issued));
  },
);
