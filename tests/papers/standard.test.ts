import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NoticeFrame } from '#domain/notice';
import { linesOf, type Page } from './measured.ts';
import {
  char,
  find,
  linePitch,
  near,
  openRenderer,
  pagesBy,
  paragraph,
  size3,
  size4,
  titled,
  type,
} from './setting.ts';

/** GB/T 9704-2012: every figure below is the standard's own, in millimetres; half a millimetre is allowed. */
const renderer = openRenderer();
const pagesOf = pagesBy(renderer);
afterAll(() => renderer.close());

const { head, left, right, foot } = type;
const frame: NoticeFrame = {
  layout: 'official',
  status: 'issued',
  issuerMark: '北京市医院管理局文件',
  number: '京医管改〔2026〕18号',
  addressees: ['各市属医院'],
  annexes: ['结对名单', '一个名称长到在一行里写不下而要转到下一行去的附件，回行时与上一行附件名称的首字对齐'],
  issuer: '北京市医院管理局',
  date: '2026-11-22',
  copies: [
    '市卫生健康委',
    '市发展改革委',
    '市财政局',
    '市人力资源和社会保障局',
    '市医疗保障局',
    '市药品监督管理局',
  ],
  printedBy: '北京市医院管理局办公室',
  printedOn: '2026-11-22',
};
const long = '为做好医耗联动综合改革的准备工作按照市政府的统一部署现将有关事项通知如下请认真执行'.repeat(8);
const title = titled('关于做好改革准备工作的通知');

let official: Page[];
beforeAll(async () => {
  official = await pagesOf({ frame, blocks: [title, ...[1, 2, 3].map(() => paragraph(long))] });
});

test('the paper is A4, the type area 156 by 225 mm from 37 and 28', () => {
  for (const { width, height } of official) {
    near(width, 210);
    near(height, 297);
  }
  const second = linesOf(official[1]!).filter(({ size }) => size === 16);
  // The middle of the first line stands half a line under the head of the type area.
  near((second[0]!.top + second[0]!.bottom) / 2, head + linePitch / 2);
  near(Math.min(...second.map(({ left: at }) => at)), left);
  expect(Math.max(...second.map(({ right: at }) => at))).toBeLessThan(right + 0.5);
});

test('a page holds 22 lines of 28 characters', () => {
  const second = linesOf(official[1]!).filter(({ size }) => size === 16);
  expect(second).toHaveLength(22);
  for (const [index, line] of second.entries())
    if (index > 0) near(line.bottom - second[index - 1]!.bottom, linePitch);
  const full = second.filter(({ text }) => !text.startsWith('为做好'));
  expect(full.some(({ text }) => text.length === 28)).toBe(true);
  for (const { text, right: at } of full) if (text.length === 28) near(at, right);
});

test('the mark stands 35 mm under the head of the type area, red, no wider than it', () => {
  const mark = find(official, '北京市医院管理局文件');
  near(mark.top, head + 35);
  near((mark.left + mark.right) / 2, (left + right) / 2);
  expect(mark.right - mark.left).toBeLessThan(156.5);
});

test('the number stands two blank lines under the mark, a red rule of the whole width 4 mm below it', () => {
  const [mark, number] = [find(official, '北京市医院管理局文件'), find(official, '〔2026〕18号')];
  near((number.left + number.right) / 2, (left + right) / 2);
  near(number.top - mark.bottom, 2 * linePitch + (linePitch - size3) / 2);
  const rule = official[0]!.rules.find(({ color }) => color === '#e60012')!;
  near(rule.middle - rule.thick / 2 - number.bottom, 4);
  near(rule.left, left);
  near(rule.right, right);
});

test('the title stands two lines under the rule in 2号, addressees one line under it at the left, the text two characters in', () => {
  const named = find(official, '关于做好改革');
  const to = find(official, '各市属医院：');
  const [rule] = official[0]!.rules;
  expect(named.size).toBe(22);
  near((named.left + named.right) / 2, (left + right) / 2);
  near(named.top - rule!.middle, 2 * linePitch + ((36 - 22) / 2 / 72) * 25.4);
  near(to.left, left);
  const text = linesOf(official[0]!).find(({ text: said }) => said.startsWith('为做好'))!;
  near(text.left, left + 2 * char);
  near(text.bottom - to.bottom, linePitch);
});

test('annexes are listed one line under the text, two characters in; what turns over aligns with the name', () => {
  const [first, second] = [find(official, '附件：'), find(official, '一个名称长到')];
  near(first.left, left + 2 * char);
  const name = official.flatMap(({ texts }) => texts).find(({ text }) => text.startsWith('一个名称长到'))!;
  const over = official
    .flatMap(linesOf)
    .find(({ bottom, text }) => text.includes('对齐') && bottom !== second.bottom)!;
  near(over.left, name.left);
  near(name.left, left + 6 * char);
});

test('the day ends four characters inside, the issuer stands centred above it', () => {
  const page = official.find((one) => linesOf(one).some(({ text }) => text === '2026年11月22日'))!;
  const lines = linesOf(page);
  const day = lines.find(({ text }) => text === '2026年11月22日')!;
  const issuer = lines.find(({ text }) => text === '北京市医院管理局')!;
  near(day.right, right - 4 * char);
  near((issuer.left + issuer.right) / 2, (day.left + day.right) / 2);
  near(day.bottom - issuer.bottom, linePitch);
});

test('a remark stands in brackets on the line under the day, two characters in', async () => {
  const pages = await pagesOf({
    frame: { ...frame, remark: '联系人：马䶮' },
    blocks: [title, paragraph(long)],
  });
  const [day, remark] = [find(pages, '2026年11月22日'), find(pages, '（联系人：马䶮）')];
  near(remark.left, left + 2 * char);
  near(remark.bottom - day.bottom, linePitch);
});

test('the 版记 stands on the last, even page; its last rule is the foot of the type area', () => {
  expect(official.length % 2).toBe(0);
  const rules = official.at(-1)!.rules.sort((a, b) => a.middle - b.middle);
  expect(rules.map(({ thick }) => thick.toFixed(2))).toEqual(['0.35', '0.25', '0.35']);
  for (const rule of rules) (near(rule.left, left), near(rule.right, right));
  near(rules.at(-1)!.middle, foot);
  const [copies, printed] = [find(official, '抄送：'), find(official, '印发')];
  near(copies.left, left + size4);
  near(printed.left, left + size4);
  near(printed.right, right - size4);
  expect(copies.size).toBe(14);
  // What turns over aligns with the first name.
  const over = linesOf(official.at(-1)!).find(({ text }) => text.endsWith('。') && !text.startsWith('抄送'))!;
  near(over.left, left + 4 * size4);
});

test('the dash of the page number stands 7 mm under the type area, one character inside, right and left in turn', () => {
  const numbers = official.map((page) => linesOf(page).find(({ text }) => /^— \d+ —$/u.test(text)));
  near(numbers[0]!.right, right - size4);
  near(numbers[1]!.left, left + size4);
  // The dash lies in the middle of its em box.
  for (const number of numbers) if (number) near((number.top + number.bottom) / 2, foot + 7);
});

test('a paper to a higher authority has its number at the left and at the right who signed it, each one character inside', async () => {
  const pages = await pagesOf({ frame: { ...frame, signers: ['赵启明'] }, blocks: [title, paragraph(long)] });
  const line = find(pages, '签发人：赵启明');
  expect(line.text).toContain('〔2026〕18号');
  near(line.left, left + char);
  near(line.right, right - char);
  const [rule] = pages[0]!.rules;
  near(rule!.middle - rule!.thick / 2 - line.bottom, 4);
});

test('of three signers two stand in a line, and the number in the last of them', async () => {
  const signers = ['赵启明', '马䶮', '孙喆'];
  const pages = await pagesOf({ frame: { ...frame, signers }, blocks: [title, paragraph(long)] });
  expect(find(pages, '签发人').text).toContain('赵启明');
  expect(find(pages, '孙喆').text).toContain('〔2026〕18号');
});

test('minutes have their red name 35 mm under the head of the type area', async () => {
  const minutes: NoticeFrame = {
    ...frame,
    layout: 'minutes',
    issuerMark: '改革领导小组会议纪要',
    annexes: [],
    addressees: [],
  };
  const pages = await pagesOf({ frame: minutes, blocks: [title, paragraph(long)] });
  near(find(pages, '改革领导小组会议纪要').top, head + 35);
  expect(pages[0]!.rules[0]).toMatchObject({ color: '#e60012' });
});
