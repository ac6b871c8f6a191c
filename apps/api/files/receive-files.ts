import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '#contracts/problem';
import type { FieldError } from '#contracts/problem';
import { cleanFileName } from '#files/file-name';
import { RefusedFile, sniffFile } from '#files/sniff';
import type { Sniffed } from '#files/sniff';
import { StoreFull } from '#files/store';
import type { FileStore, Staged } from '#files/store';

const mostFiles = 20;
/** What an upload carries beside the files themselves. */
const framing = 1024 * 1024;

export type Received = Sniffed & { staged: Staged };

/** Takes the files of one request, all or none: a refused one is named, and nothing of the others is kept. */
export async function receiveFiles(
  request: FastifyRequest,
  store: FileStore,
  maxBytes: number,
): Promise<Received[]> {
  if (!request.isMultipart())
    throw new ProblemError(415, 'not-multipart', '请以表单文件（multipart/form-data）上传。');
  if (Number(request.headers['content-length'] ?? 0) > mostFiles * maxBytes + framing)
    throw tooLarge(maxBytes);
  const received: Received[] = [];
  const refused: (FieldError & { tooLarge?: boolean })[] = [];
  try {
    for await (const part of request.files({
      limits: { files: mostFiles, fileSize: maxBytes },
      throwFileSizeLimit: false,
    })) {
      const file = await receive(part, store, maxBytes);
      if ('staged' in file) received.push(file);
      else refused.push(file);
    }
    if (refused.length > 0) throw refusal(refused);
    if (received.length === 0) throw new ProblemError(400, 'no-file', '没有收到文件，请选择文件后再上传。');
    return received;
  } catch (error) {
    await Promise.all(received.map(({ staged }) => staged.drop()));
    throw failure(error);
  }
}

async function receive(
  part: MultipartFile,
  store: FileStore,
  maxBytes: number,
): Promise<Received | (FieldError & { tooLarge?: boolean })> {
  const staged = await store.stage(part.file, { maxBytes });
  const field = cleanFileName(part.filename);
  try {
    // The parser cuts at the limit and reads the rest away, so that the answer reaches the sender.
    if (part.file.truncated) {
      await staged.drop();
      return { field, detail: `“${field}”${sizeSentence(maxBytes)}`, tooLarge: true };
    }
    return { staged, ...(await sniffFile(staged.path, part.filename)) };
  } catch (error) {
    await staged.drop();
    if (!(error instanceof RefusedFile)) throw error;
    return { field, detail: `“${field}”：${error.message}${error.remedy}` };
  }
}

function refusal(refused: (FieldError & { tooLarge?: boolean })[]): ProblemError {
  const [first] = refused;
  const detail =
    refused.length === 1 ? (first?.detail ?? '') : `有 ${refused.length} 个文件不能上传，其余的也没有保存。`;
  const large = refused.some((one) => one.tooLarge);
  const errors = refused.map(({ field, detail: why }) => ({ field, detail: why }));
  return new ProblemError(large ? 413 : 422, large ? 'too-large' : 'file-refused', detail, errors);
}

function failure(error: unknown): unknown {
  if (error instanceof StoreFull)
    return new ProblemError(507, 'store-full', '服务器的磁盘已满，文件没有保存。请联系系统管理员。');
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ECONNRESET') return new ProblemError(400, 'aborted', '上传中断，文件没有保存，请重新上传。');
  if (code === 'FST_FILES_LIMIT')
    return new ProblemError(413, 'too-many', `一次最多上传 ${mostFiles} 个文件，请分几次上传。`);
  return error;
}

const sizeSentence = (maxBytes: number): string =>
  `超过 ${Math.round(maxBytes / 1024 / 1024)} MB，没有保存。请压缩或者拆分后再上传。`;

function tooLarge(maxBytes: number): ProblemError {
  return new ProblemError(413, 'too-large', `文件${sizeSentence(maxBytes)}`);
}
