import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { cleanFileName, extensionOf } from './file-name.ts';
import { allowedExtensions, fileTypes, hasExtension, typeOfMime } from './file-type.ts';
import type { FileType } from './file-type.ts';
import { decodeText } from './tables/decode-text.ts';

/** A file that is not kept: what is wrong and what would be right, each one sentence. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

const textSample = 64 * 1024;
const executable =
  /^application\/(x-msdownload|x-elf|x-mach-binary|vnd\.microsoft\.portable-executable|x-ms-installer|wasm|java-vm|x-sh|vnd\.android.*)$/u;
const macros = /macroenabled/iu;
const markup =
  /^(?:\s|<!--[^]{0,2000}?-->)*<(?:!doctype|\?xml|html|head|body|svg|script|iframe|style|table|meta|object|a[\s>])/iu;
const accepted = `可以上传：${allowedExtensions.join('、')}。`;
/** Streams by which Word, Excel and PowerPoint files are told from installers in the same container. */
const officeStreams = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document'].map((name) =>
  Buffer.from(name, 'utf16le'),
);

export interface Sniffed {
  type: FileType;
  /** Cleaned, and with an extension that fits. */
  name: string;
}

/** Says by its content what a file is; refuses with a sentence what is not to be kept, or is not what it is called. */
export async function sniffFile(path: string, givenName: string): Promise<Sniffed> {
  const name = cleanFileName(givenName);
  const extension = extensionOf(name);
  const type = await typeOf(path, extension);
  if (hasExtension(type, extension)) return { type, name };
  const [usual] = fileTypes[type].extensions;
  if (extension === '') return { type, name: `${name}.${usual}` };
  throw new RefusedFile(
    `文件“${name}”的内容是${fileTypes[type].label}，扩展名却是 .${extension}。`,
    `请把扩展名改为 .${usual}，或者重新导出后再上传。`,
  );
}

async function typeOf(path: string, extension: string): Promise<FileType> {
  const head = await firstBytes(path);
  if (head.length === 0) throw new RefusedFile('文件是空的。', '请检查后重新上传。');
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (!found) return textType(head, extension);
  if (executable.test(found.mime)) throw new RefusedFile('这是可执行程序，不予保存。', accepted);
  if (macros.test(found.mime))
    throw new RefusedFile('文件含有宏，不予保存。', '请另存为不含宏的 .docx、.xlsx 或 .pptx 后再上传。');
  if (/(xml|html|svg|javascript)/u.test(found.mime) && !typeOfMime(found.mime)) throw activeContent();
  const type = typeOfMime(found.mime);
  if (type === 'old-office' && !(await holdsAny(path, officeStreams)))
    throw new RefusedFile('这个文件不是 Office 或 WPS 文档，不予保存。', accepted);
  if (type) return type;
  throw new RefusedFile(`不支持 .${found.ext} 类型的文件。`, accepted);
}

function textType(head: Buffer, extension: string): FileType {
  const text = wholeCharacters(head);
  if (text === undefined) throw new RefusedFile('无法识别文件的类型。', accepted);
  if (markup.test(text.replace(/^\ufeff/u, ''))) throw activeContent();
  if (text.startsWith('#!')) throw new RefusedFile('这是可执行脚本，不予保存。', accepted);
  if (extension === 'csv' || extension === 'json') return extension;
  if (extension === 'txt' || extension === '') return 'text';
  throw new RefusedFile(
    `文件是纯文本，扩展名却是 .${extension}。`,
    '请改为 .txt 或 .csv，或者上传原来的文件。',
  );
}

/** The sample may end inside a character. */
function wholeCharacters(head: Buffer): string | undefined {
  if (head.length < textSample) return decodeText(head);
  const cuts = [0, 1, 2, 3].map((less) => decodeText(head.subarray(0, head.length - less)));
  return cuts.find((text) => text !== undefined);
}

function activeContent(): RefusedFile {
  return new RefusedFile(
    '网页、SVG 和脚本可能带有会运行的内容，不予保存。',
    '请另存为 PDF 或者图片后再上传。',
  );
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(textSample), 0, textSample, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function holdsAny(path: string, wanted: readonly Buffer[]): Promise<boolean> {
  let before = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const window = Buffer.concat([before, chunk]);
    if (wanted.some((bytes) => window.includes(bytes))) return true;
    before = window.subarray(-64);
  }
  return false;
}
