import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { loadStartConfig } from '#config/config';
import type { NoticeContent, NoticeDocument } from '#domain/notice';
import { noticeTypes } from '#domain/notice-types';
import { composeNotice } from '#render/paper';
import { createRenderer, MissingGlyphs, TooLong, type Renderer } from '#render/renderer';
import { stackedPages } from '#render/svg-pages';

/** Something in what was asked for; its message is the sentence to show. Exit code 2. */
export class WrongNotice extends Error {}

interface Asked {
  sample: boolean;
  data?: string;
  out?: string;
}

const forms: Record<string, (renderer: Renderer, document: NoticeDocument) => Promise<Uint8Array>> = {
  '.pdf': async (renderer, document) => (await renderer.pdf(document)).bytes,
  '.svg': async (renderer, document) => Buffer.from(stackedPages(await renderer.svg(document))),
  '.docx': (renderer, document) => renderer.docx(document),
};

/** One paper into one file, from its own example or from data of the caller's. */
export async function renderNotice(code: string, { sample, data, out }: Asked) {
  const form = forms[extname(out ?? '').toLowerCase()];
  if (!out || !form) throw new WrongNotice('请用 --out 写明生成的文件，以 .pdf、.svg 或者 .docx 结尾。');
  if (sample === (data !== undefined)) throw new WrongNotice('请在 --sample 和 --data 中选用一个。');
  const document = composeNotice(code, contentOf(code, data));
  const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  try {
    const { pages } = await renderer.pdf(document);
    const bytes = await form(renderer, document);
    writeFileSync(out, bytes);
    return { ok: true, code, file: out, pages, bytes: bytes.length };
  } catch (error) {
    throw explained(error);
  } finally {
    await renderer.close();
  }
}

function contentOf(code: string, file?: string): NoticeContent {
  const type = noticeTypes.find((one) => one.code === code);
  if (!type) throw new WrongNotice(`没有代码为“${code}”的文书；用 notice list 查看全部代码。`);
  const read = type.read(file === undefined ? type.sample : given(file));
  if ('wrong' in read) throw new WrongNotice(['内容不完整或者不符合要求：', ...read.wrong].join('\n'));
  return read.content;
}

function given(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const broken = error instanceof SyntaxError;
    throw new WrongNotice(`${broken ? '不是有效的 JSON 文件' : '读不到文件'}：${file}`, { cause: error });
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

function explained(error: unknown): unknown {
  if (error instanceof MissingGlyphs || error instanceof TooLong) return new WrongNotice(error.message);
  const file = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EROFS'].includes(codeOf(error));
  return file ? new WrongNotice('不能写入 --out 指定的文件，请检查文件夹是否存在、可以写入。') : error;
}
