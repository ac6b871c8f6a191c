import path from 'node:path';
import { expect } from '@jest/globals';
import { loadStartConfig } from '#config/config';
import type { Block, NoticeDocument, NoticeFrame } from '#domain/notice';
import { createRenderer } from '#render/renderer';
import { linesOf, measured, type Page, type Text } from './measured.ts';

/** GB/T 9704-2012, in millimetres: the type area, its lines and characters; 3号 and 4号. */
export const type = { head: 37, left: 28, right: 184, foot: 262 } as const;
export const [linePitch, char] = [225 / 22, 156 / 28];
export const [size3, size4] = [(16 * 25.4) / 72, (14 * 25.4) / 72];

export const openRenderer = () => createRenderer({ fontDir: path.join(loadStartConfig().cacheDir, 'fonts') });
export const pagesBy =
  (renderer: ReturnType<typeof openRenderer>) =>
  async (document: NoticeDocument): Promise<Page[]> =>
    measured((await renderer.pdf(document)).bytes);

/** Half a millimetre is allowed. */
export const near = (is: number | undefined, wanted: number): void => {
  expect(is).toBeGreaterThanOrEqual(wanted - 0.5);
  expect(is).toBeLessThanOrEqual(wanted + 0.5);
};
export const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }], indent: true });
export const titled = (...lines: string[]): Block => ({ type: 'title', lines });

export const find = (pages: Page[], text: string): Text => {
  const found = pages.flatMap(linesOf).find((line) => line.text.includes(text));
  if (!found) throw new Error(`${text} stands nowhere`);
  return found;
};
export const wordsOf = (page: Page): string =>
  linesOf(page)
    .map(({ text }) => text)
    .join('\n');

/** A 文件 with all that one may have, to be changed in what a test is about. */
export const officialFrame: NoticeFrame = {
  layout: 'official',
  status: 'issued',
  issuerMark: '北京市医院管理局文件',
  number: '京医管改〔2026〕18号',
  addressees: ['各市属医院'],
  annexes: [],
  issuer: '北京市医院管理局',
  date: '2026-11-22',
  copies: ['市财政局'],
  printedBy: '北京市医院管理局办公室',
  printedOn: '2026-11-22',
};
export const frameOf = (layout: NoticeFrame['layout'], changed: Partial<NoticeFrame> = {}): NoticeFrame => {
  const { printedBy: _by, printedOn: _on, ...plain } = officialFrame;
  const bare = layout === 'official' || layout === 'minutes' ? officialFrame : plain;
  const issuerMark = layout === 'official' ? officialFrame.issuerMark : '北京市医院管理局';
  return { ...bare, issuerMark, copies: layout === 'official' ? bare.copies : [], ...changed, layout };
};
