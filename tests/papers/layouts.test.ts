import { afterAll, expect, test } from '@jest/globals';
import { linesOf } from './measured.ts';
import {
  char,
  find,
  frameOf,
  linePitch,
  near,
  openRenderer,
  pagesBy,
  paragraph,
  size3,
  size4,
  titled,
  type,
  wordsOf,
} from './setting.ts';

/** notices.md §5 on the layouts beside 文件, which standard.test.ts measures. */
const renderer = openRenderer();
const pagesOf = pagesBy(renderer);
afterAll(() => renderer.close());

const { head, left, right, foot } = type;
const text = '经检查你单位没有按照规定停用已经取消的收费项目现将有关要求通知如下请认真执行'.repeat(30);

test('a letter: number at the right under the first rule, page 1 without a number, page 2 numbered at the left', async () => {
  const pages = await pagesOf({
    frame: frameOf('letter'),
    blocks: [titled('关于督办的函'), paragraph(text)],
  });
  const number = find(pages, '〔2026〕18号');
  near(number.right, right);
  const bars = pages[0]!.rules.filter(({ color }) => color === '#e60012').sort((a, b) => a.middle - b.middle);
  expect(bars.map(({ thick }) => thick.toFixed(2))).toEqual(['0.90', '0.35', '0.35', '0.90']);
  for (const bar of bars) (near(bar.left, 20), near(bar.right, 190));
  near(find(pages, '北京市医院管理局').top, 30);
  near(bars[3]!.middle, 297 - 20 - 0.45);
  // Seven eighths of a character below the rule.
  near(number.top - bars[1]!.middle, (7 / 8) * size3);
  expect(wordsOf(pages[0]!)).not.toMatch(/— 1 —/u);
  near(find([pages[1]!], '— 2 —').left, left + size4);
});

test('the copies of a letter stand at the foot of its last page, without rules, the second line under the first name', async () => {
  const copies = Array.from({ length: 12 }, (_, index) => `某某单位第${index + 1}处`);
  const pages = await pagesOf({
    frame: frameOf('letter', { copies }),
    blocks: [titled('函'), paragraph('正文。')],
  });
  const first = find(pages, '抄送：');
  near(first.left, left + size4);
  const over = linesOf(pages.at(-1)!).find(({ text: said }) => said.endsWith('第12处。'))!;
  near(over.left, left + 4 * size4);
  expect(over.bottom).toBeLessThanOrEqual(foot + 0.5);
});

test('a paper of law enforcement: authority over title, number at the right, 22 lines of 28 characters, the day four characters inside', async () => {
  const pages = await pagesOf({
    frame: frameOf('legal'),
    blocks: [titled('责令整改通知书'), paragraph(text)],
  });
  const [mark, title] = [linesOf(pages[0]!)[0]!, find(pages, '责令整改通知书')];
  expect([mark.text, mark.size, title.size]).toEqual(['北京市医院管理局', 26, 22]);
  for (const one of [mark, title]) near((one.left + one.right) / 2, (left + right) / 2);
  near(find(pages, '〔2026〕18号').right, right);
  const to = find(pages, '各市属医院：');
  near(to.left, left);
  near(linesOf(pages[0]!).find(({ text: said }) => said.startsWith('经检查'))!.left, left + 2 * char);
  const full = linesOf(pages[1]!).filter(({ size }) => size === 16);
  expect(full.slice(0, 20).every(({ text: said }) => said.length === 28)).toBe(true);
  near((full[0]!.top + full[0]!.bottom) / 2, head + linePitch / 2);
  near(find(pages, '2026年11月22日').right, right - 4 * char);
  expect(pages[0]!.rules.some(({ color }) => color === '#e60012')).toBe(false);
});

test('minutes: issuer at the left, day at the right, one character inside, a red rule 4 mm below, no signature', async () => {
  const frame = frameOf('minutes', { issuerMark: '改革领导小组会议纪要', addressees: [] });
  const pages = await pagesOf({
    frame,
    blocks: [
      titled('第3次会议纪要'),
      paragraph(text),
      { type: 'paragraph', runs: [{ text: '出席：', bold: true }, { text: '马䶮' }], indent: true },
    ],
  });
  const line = linesOf(pages[0]!).find(({ text: said }) => said.endsWith('2026年11月22日'))!;
  near(line.left, left + char);
  near(line.right, right - char);
  const rule = pages[0]!.rules.find(({ color }) => color === '#e60012')!;
  near(rule.middle - rule.thick / 2 - line.bottom, 4);
  for (const edge of [rule.left - left, rule.right - right]) near(edge, 0);
  expect(pages.flatMap(linesOf).filter(({ text: said }) => said.includes('2026年11月22日'))).toHaveLength(2);
  expect(pages.length % 2).toBe(0);
  find(pages, '出席：马䶮');
});

test('a form fills the width of the type area with half-point rules, its number at the right', async () => {
  const label = (text: string) => ({ text, head: true });
  const pages = await pagesOf({
    frame: frameOf('form', { issuer: undefined, addressees: [] }),
    blocks: [
      titled('立案审批表'),
      {
        type: 'form',
        widths: [4, 6, 4, 6],
        rows: [
          [label('案由'), { text: '收费不规范', columns: 3 }],
          [label('当事人'), { text: '某市第九医院' }, label('代码'), { text: '1211' }],
          [
            label('承办人意见'),
            {
              text: '建议立案。',
              columns: 3,
              lines: 4,
              signs: [{ who: '承办人', name: '李明远', on: '2026-11-12' }, { who: '承办人' }],
            },
          ],
        ],
      },
    ],
  });
  const rules = pages[0]!.rules;
  near(Math.min(...rules.map((rule) => rule.left)), left);
  near(Math.max(...rules.map((rule) => rule.right)), right);
  for (const { thick } of rules) expect(thick).toBeCloseTo((0.5 * 25.4) / 72, 1);
  near(find(pages, '编号：').right, right);
  expect(find(pages, '建议立案').size).toBe(12);
  expect(find(pages, '承办人：李明远').text).toContain('2026年11月12日');
});

test('every page of a record ends with the places of who signs it and with its number among all', async () => {
  const answers = Array.from({ length: 60 }, (_, index) => paragraph(`问：第${index + 1}问是什么情况？`));
  const frame = frameOf('record', { signedBelow: ['被询问人', '询问人'], addressees: [] });
  const pages = await pagesOf({ frame, blocks: [titled('询问笔录'), ...answers] });
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    const signs = find([page], '被询问人：');
    expect(signs.text).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
    expect(signs.top).toBeGreaterThan(foot);
    near(signs.right, right);
    for (const line of linesOf(page))
      if (line.text.startsWith('问：')) expect(line.bottom).toBeLessThan(foot + 1.5);
  }
});

test('an agreement has no red, its title centred, the parties side by side', async () => {
  const places = ['甲方', '乙方'].map((label) => ({
    label,
    organisation: `${label}医院`,
    name: '陈堃',
    on: '2026-11-22',
  }));
  const pages = await pagesOf({
    frame: frameOf('agreement', {
      issuer: undefined,
      issuerMark: undefined,
      number: undefined,
      addressees: [],
    }),
    blocks: [titled('责任书'), paragraph('双方约定如下。'), { type: 'signatures', places }],
  });
  const title = find(pages, '责任书');
  near((title.left + title.right) / 2, (left + right) / 2);
  expect(pages[0]!.rules).toEqual([]);
  const parties = pages[0]!.texts.filter(({ text: said }) => /^[甲乙]方（盖章/u.test(said));
  expect(parties).toHaveLength(2);
  near(parties[0]!.bottom, parties[1]!.bottom);
  near(parties[0]!.left, left);
  near(parties[1]!.left, left + (156 - char) / 2 + char);
});

test('an annex begins a page: its number in 黑体 on the first line at the left, its title on the third, centred', async () => {
  const pages = await pagesOf({
    frame: frameOf('official', { annexes: ['结对名单', '联系人表'] }),
    blocks: [
      titled('通知'),
      paragraph('正文。'),
      { type: 'annex', number: 1, lines: ['结对名单'] },
      { type: 'table', head: ['序号', '医院'], rows: [[{ text: '1' }, { text: '宣武医院' }]] },
      { type: 'annex', number: 2, lines: ['联系人表'] },
      paragraph('另行通知。'),
    ],
  });
  for (const number of [1, 2]) {
    const page = pages.find((one) => linesOf(one)[0]?.text === `附件${number}`)!;
    const [label, title] = linesOf(page);
    near(label!.left, left);
    near((label!.top + label!.bottom) / 2, head + linePitch / 2);
    expect([label!.size, title!.size]).toEqual([16, 22]);
    near((title!.left + title!.right) / 2, (left + right) / 2);
    expect(title!.top).toBeGreaterThan(head + 2 * linePitch - 0.5);
    expect(title!.bottom).toBeLessThan(head + 3 * linePitch + 0.5);
  }
  expect(pages.length % 2).toBe(0);
});
