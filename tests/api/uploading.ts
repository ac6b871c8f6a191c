import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { UploadedFiles } from '#contracts/file';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

type Uploaded = UploadedFiles['files'][number];

/** The API on a real port: files arrive as they do from a browser. */
export interface UploadingApi {
  api: RunningApi;
  address: string;
  headersOf(login: string): Record<string, string>;
  upload<T = UploadedFiles>(
    login: string,
    files: [name: string, content: Buffer][],
    query?: string,
  ): Promise<{ status: number; body: T }>;
  oneFile(login: string, name: string, content: Buffer): Promise<Uploaded>;
  download(login: string, id: string, more?: Record<string, string>, query?: string): Promise<Response>;
  /** Sends so much of one file without holding it in memory; after it, ends or breaks off. */
  sendMany(
    login: string,
    megabytes: number,
    breakOffWhen?: () => boolean,
  ): Promise<{ status: number; text: string }>;
  /** What lies in the store, with what is arriving. */
  stored(): string[];
}

export async function uploadingApi(logins: readonly string[]): Promise<UploadingApi> {
  const api = await runningApi();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const address = await api.app.getUrl();
  const url = `${address}/api/files`;
  const cookies = new Map<string, string>();
  for (const login of logins) cookies.set(login, (await api.as(login)).cookie ?? '');
  const headersOf = (login: string): Record<string, string> => ({ cookie: cookies.get(login) ?? '' });

  async function upload<T>(
    login: string,
    files: [string, Buffer][],
    query = '',
  ): Promise<{ status: number; body: T }> {
    const form = new FormData();
    for (const [name, content] of files) form.append('file', new Blob([new Uint8Array(content)]), name);
    const answer = await fetch(`${url}${query}`, { method: 'POST', body: form, headers: headersOf(login) });
    return { status: answer.status, body: (await answer.json()) as T };
  }
  async function oneFile(login: string, name: string, content: Buffer): Promise<Uploaded> {
    const { status, body } = await upload<UploadedFiles>(login, [[name, content]]);
    const [file] = body.files;
    if (status !== 201 || !file) throw new Error(JSON.stringify(body));
    return file;
  }
  function sendMany(
    login: string,
    megabytes: number,
    breakOffWhen?: () => boolean,
  ): Promise<{ status: number; text: string }> {
    const headers = { ...headersOf(login), 'content-type': 'multipart/form-data; boundary=xxx' };
    const outgoing = request(url, { method: 'POST', headers });
    return new Promise((resolve, reject) => {
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      Readable.from(bigFile(megabytes, breakOffWhen))
        .on('error', (error) => outgoing.destroy(error))
        .pipe(outgoing);
    });
  }
  const folder = join(api.dataDir, 'files');
  const stored = (): string[] =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
          /[0-9a-f-]{36}/u.test(path),
        )
      : [];
  const download = (
    login: string,
    id: string,
    more: Record<string, string> = {},
    query = '',
  ): Promise<Response> => fetch(`${url}/${id}${query}`, { headers: { ...headersOf(login), ...more } });
  return { api, address, headersOf, upload, oneFile, download, sendMany, stored };
}

async function* bigFile(megabytes: number, breakOffWhen?: () => boolean): AsyncGenerator<Buffer | string> {
  yield '--xxx\r\ncontent-disposition: form-data; name="file"; filename="big.pdf"\r\n\r\n%PDF-1.7\n';
  const chunk = randomBytes(1024 * 1024);
  for (let sent = 0; sent < megabytes; sent++) yield chunk;
  if (breakOffWhen) {
    await until(breakOffWhen);
    throw new Error('broken off');
  }
  yield '\r\n--xxx--\r\n';
}

export async function until(holds: () => boolean): Promise<void> {
  const signal = AbortSignal.timeout(20_000);
  while (!holds()) {
    signal.throwIfAborted();
    await new Promise(setImmediate);
  }
}

export const pdf = (text = ''): Buffer => Buffer.from(`%PDF-1.7\n%\u00e2\u00e3\n${text}\n%%EOF\n`);
