import { afterAll, expect, test } from '@jest/globals';
import type { Block, NoticeFrame } from '#domain/notice';
import { linesOf, type Page } from './measured.ts';
import { frameOf, openRenderer, pagesBy, paragraph, titled, wordsOf } from './setting.ts';

const renderer = openRenderer();
const pagesOf = pagesBy(renderer);
afterAll(() => renderer.close());

const title = titled('关于做好准备工作的通知');
const short = '正文一行正文一行正文。';
/** Exactly so many lines of 28 characters, the first of them two characters in. */
const longOf = (lines: number): string => '正文'.repeat(14 * lines - 1).slice(0, 28 * lines - 3) + '。';
const day = '2026年11月22日';

/** Of the page with the day: whether a line of the text stands above it. */
const keepsText = (pages: Page[]): boolean => {
  const page = pages.find((one) => linesOf(one).some(({ text }) => text.includes(day)));
  return page !== undefined && wordsOf(page).includes('正文');
};

const layouts: NoticeFrame['layout'][] = ['official', 'letter', 'legal'];

test.each(layouts)(
  'of a %s in short paragraphs the signature never stands alone on a page, however long the text is',
  async (layout) => {
    const alone: number[] = [];
    for (let lines = 1; lines <= 46; lines += 1) {
      const blocks = [title, ...Array.from({ length: lines }, () => paragraph(short))];
      if (!keepsText(await pagesOf({ frame: frameOf(layout, { copies: [] }), blocks }))) alone.push(lines);
    }
    expect(alone).toEqual([]);
  },
  120_000,
);

test.each(layouts)(
  'of a %s in one long paragraph the signature never stands alone on a page, and its lines stay full',
  async (layout) => {
    const alone: number[] = [];
    for (let lines = 3; lines <= 46; lines += 1) {
      const blocks = [title, paragraph(longOf(lines))];
      const pages = await pagesOf({ frame: frameOf(layout, { copies: [] }), blocks });
      if (!keepsText(pages)) alone.push(lines);
      const text = pages.flatMap(linesOf).filter((line) => line.text.includes('正文'));
      expect([lines, text.length]).toEqual([lines, lines]);
      for (const line of text.slice(0, -1)) expect(line.right).toBeGreaterThan(183.5);
    }
    expect(alone).toEqual([]);
  },
  120_000,
);

test('annexes listed behind the text stay with the signature', async () => {
  const alone: number[] = [];
  for (let lines = 1; lines <= 30; lines += 1) {
    const blocks = [title, ...Array.from({ length: lines }, () => paragraph(short))];
    const frame = frameOf('official', { annexes: ['正文之外的名单', '正文之外的表'] });
    if (!keepsText(await pagesOf({ frame, blocks }))) alone.push(lines);
  }
  expect(alone).toEqual([]);
}, 120_000);

test('the lines to sign of a form and of a record never stand alone on a page', async () => {
  const lines: Block = { type: 'sign-lines', labels: ['检查人', '检查人', '医院主要负责人'] };
  const alone: string[] = [];
  for (const layout of ['form', 'record'] as const) {
    const frame = frameOf(layout, { addressees: [], issuer: undefined, copies: [] });
    for (let count = 16; count <= 24; count += 1) {
      const body: Block[] = Array.from({ length: count }, () => paragraph(short));
      const pages = await pagesOf({ frame, blocks: [titled('检查表'), ...body, lines] });
      const page = pages.find((one) => wordsOf(one).includes('检查人'));
      if (!page || !wordsOf(page).includes('正文')) alone.push(`${layout} ${count}`);
    }
  }
  expect(alone).toEqual([]);
}, 120_000);

test('the places to sign of an agreement stand on a page with its text', async () => {
  const places = ['甲方', '乙方'].map((label) => ({ label, organisation: '首都医科大学附属北京友谊医院' }));
  const frame = frameOf('agreement', { addressees: [], issuer: undefined });
  const alone: number[] = [];
  for (let lines = 1; lines <= 44; lines += 1) {
    const body: Block[] = Array.from({ length: lines }, () => paragraph(short));
    const pages = await pagesOf({
      frame,
      blocks: [titled('责任书'), ...body, { type: 'signatures', places }],
    });
    const page = pages.find((one) => wordsOf(one).includes('甲方'));
    if (!page || !wordsOf(page).includes('正文')) alone.push(lines);
  }
  expect(alone).toEqual([]);
}, 120_000);

test('a long paragraph above a signature breaks its lines as it would anywhere else, with figures, words and marks in it', async () => {
  const said =
    '经查，2026年9月1日至9月30日，该院门诊共收取已经取消的“挂号费”1,280.50元（涉及患者256人次），违反了《医疗机构管理条例》第三十七条：“医疗机构必须按照人民政府或者物价部门的有关规定收取医疗费用，详列细项，并出具收据。”';
  for (const times of [2, 3, 4, 5]) {
    const runs = [
      { text: '（一）事实。', lead: true },
      { text: said.repeat(times) },
      { text: '请认真整改。', bold: true },
    ];
    const linesIn = async (layout: NoticeFrame['layout']) => {
      const blocks: Block[] = [titled('通知'), { type: 'paragraph', runs, indent: true }];
      const pages = await pagesOf({ frame: frameOf(layout, { addressees: [] }), blocks });
      const lines = pages.flatMap(linesOf).filter(({ size }) => size === 16);
      const from = lines.findIndex(({ text }) => text.startsWith('（一）事实'));
      return lines
        .slice(from, lines.findIndex(({ text }) => text.includes('认真整改')) + 1)
        .map(({ text, right }) => [text, right.toFixed(1)]);
    };
    expect(await linesIn('legal')).toEqual(await linesIn('agreement'));
  }
});
