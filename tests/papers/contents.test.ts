import { afterAll, expect, test } from '@jest/globals';
import type { Block } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { composeNotice } from '#render/paper';
import { titleLines } from '../../libs/render/title-lines.ts';
import { linesOf, type Page } from './measured.ts';
import { find, frameOf, near, openRenderer, pagesBy, paragraph, titled, type, wordsOf } from './setting.ts';

const renderer = openRenderer();
const pagesOf = pagesBy(renderer);
afterAll(() => renderer.close());

const { left, right, foot } = type;
const bare = (pages: Page[]) => pages.map(wordsOf).join('').replaceAll(/\s/gu, '');

test.each([
  ['关于停用收费项目的通知', 1],
  ['北京市医院管理局关于建立医药分开综合改革“手拉手”帮带工作机制的通知', 2],
  [
    '北京市医院管理局北京市财政局关于进一步做好市属医院医耗联动综合改革启动准备情况现场检查和问题整改工作的通知',
    3,
  ],
])(
  'the title %s stands on as many lines as it needs, broken between words, in equal pitch',
  async (title, count) => {
    const lines = titleLines(title);
    expect(lines).toHaveLength(count);
    expect(lines.join('')).toBe(title);
    const pages = await pagesOf({
      frame: frameOf('official'),
      blocks: [titled(...lines), paragraph('正文。')],
    });
    const set = linesOf(pages[0]!).filter(({ size }) => size === 22);
    expect(set.map(({ text }) => text)).toEqual(lines);
    for (const [index, line] of set.entries()) {
      near((line.left + line.right) / 2, (left + right) / 2);
      expect(line.right - line.left).toBeLessThan(156.5);
      expect(line.text).not.toMatch(/^[，、。”》）的]|[“《（]$/u);
      if (index > 0) near(line.bottom - set[index - 1]!.bottom, (36 * 25.4) / 72);
    }
  },
);

test('a paragraph of 3,000 characters loses none, and fills its lines', async () => {
  const text = `${'甲乙丙丁戊己庚辛壬癸'.repeat(299)}甲乙丙丁戊己庚辛壬。`;
  const pages = await pagesOf({ frame: frameOf('official'), blocks: [titled('通知'), paragraph(text)] });
  const lines = pages.flatMap(linesOf).filter(({ text: said }) => /^[甲乙丙丁戊己庚辛壬癸。]+$/u.test(said));
  expect(lines.map(({ text: said }) => said).join('')).toBe(text);
  expect(
    lines
      .slice(1, -1)
      .map(({ text: said }) => said.length)
      .filter((length) => length !== 28),
  ).toEqual([]);
});

const tasks = (count: number): Block => ({
  type: 'table',
  head: ['序号', '任务', '责任单位'],
  rows: Array.from({ length: count }, (_, index) => [
    { text: String(index + 1) },
    { text: `第${index + 1}项任务` },
    { text: '宣武医院' },
  ]),
});

test('the head of a table stands on each of its pages, and no row leaves the type area', async () => {
  const pages = await pagesOf({ frame: frameOf('legal'), blocks: [titled('通知'), tasks(90)] });
  const held = pages.filter((page) => wordsOf(page).includes('项任务'));
  expect(held.length).toBeGreaterThan(2);
  for (const page of held) {
    const lines = linesOf(page);
    const head = lines.find(({ text }) => text.replaceAll(/\s/gu, '') === '序号任务责任单位')!;
    const [row] = lines.filter(({ text }) => text.includes('项任务'));
    expect(head.bottom).toBeLessThan(row!.bottom);
    expect(head.size).toBe(12);
    for (const line of lines) if (line.text.includes('项任务')) expect(line.bottom).toBeLessThan(foot);
  }
});

test('a table without rows is its head alone', async () => {
  const pages = await pagesOf({
    frame: frameOf('legal'),
    blocks: [titled('通知'), tasks(0), paragraph('没有任务。')],
  });
  expect(bare(pages)).toContain('序号任务责任单位');
  find(pages, '没有任务。');
});

test('with 200 recipients the first page still shows the text: they move to the 版记 as 主送 (GB/T 9704-2012, 7.3.2, 7.4.2)', async () => {
  const addressees = Array.from({ length: 200 }, (_, index) => `某某市第${index + 1}人民医院`);
  const blocks = [titled('关于做好准备工作的通知'), paragraph('正文从这里开始。')];
  const pages = await pagesOf({ frame: frameOf('official', { addressees, copies: ['市财政局'] }), blocks });
  expect(wordsOf(pages[0]!)).toContain('正文从这里开始');
  const [main, copies] = [find(pages, '主送：'), find(pages, '抄送：')];
  near(main.left, copies.left);
  const all = pages
    .slice(1)
    .map((page) =>
      linesOf(page)
        .map(({ text }) => text)
        .join(''),
    )
    .join('')
    .replaceAll(/\s/gu, '');
  for (const name of addressees) expect(all).toContain(name);
  expect(pages.length % 2).toBe(0);
});

test('few recipients stay above the text, also where they turn over', async () => {
  const addressees = Array.from({ length: 12 }, (_, index) => `第${index + 1}医院`);
  const pages = await pagesOf({
    frame: frameOf('official', { addressees }),
    blocks: [titled('通知'), paragraph('正文。')],
  });
  expect(bare(pages)).toContain('第12医院：正文。');
  expect(bare(pages)).not.toContain('主送：');
});

const rare = '马䶮、陈堃、王𬱖、李喆、吴镕';
const hostile =
  '{{x}} {{{y}}} #read("/etc/passwd") $x^2$ = 标题 *粗* _斜_ @a `b` \\ <script>alert(1)</script> [甲] 乙]';

test.each(['official', 'letter', 'legal', 'minutes'] as const)(
  'in a %s rare names and what looks like markup are printed as they were written, wherever they stand',
  async (layout) => {
    const frame = frameOf(layout, {
      addressees: [`甲${hostile}`],
      annexes: [`乙${hostile}`],
      issuer: '北京市医院管理局',
    });
    const pages = await pagesOf({
      frame,
      blocks: [
        titled('通知', `丙${rare}`),
        { type: 'heading', level: 1, text: `一、丁${hostile}` },
        paragraph(`戊${hostile}${rare}`),
        { type: 'table', head: [`己${hostile}`], rows: [[{ text: `庚${hostile}` }]] },
      ],
    });
    const said = bare(pages);
    const marks = layout === 'minutes' ? '乙丁戊己庚' : '甲乙丁戊己庚';
    for (const mark of marks) expect(said).toContain(`${mark}${hostile}`.replaceAll(/\s/gu, ''));
    expect(said).toContain(`丙${rare}`);
  },
);

test('rare names stand in a record, an approval form and a responsibility letter', async () => {
  for (const code of ['interview-record', 'filing-approval', 'responsibility-letter']) {
    const type = noticeTypeOf(code);
    const read = type.read(JSON.parse(JSON.stringify(type.sample).replaceAll('陈堃', '王𬱖')));
    if ('wrong' in read) throw new Error(read.wrong.join());
    const pages = await pagesOf(composeNotice(code, read.content));
    expect(bare(pages)).toMatch(/𬱖|䶮/u);
  }
});
