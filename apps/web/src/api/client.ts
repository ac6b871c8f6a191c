import createClient from 'openapi-fetch';
import { ProblemError, UnreachableError } from './problem.ts';
import type { paths } from './schema.d.ts';
import { sendOnce } from './sent-once.ts';
import type { Problem } from './types.ts';

/** `api.GET('/api/cases/{id}', { params: { path: { id } } })`, typed by the generated schema; always inside `ask`. */
export const api = createClient<paths>({
  fetch: sendOnce,
  querySerializer: { array: { style: 'form', explode: true } },
});

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's data; everything else is thrown as ProblemError or UnreachableError. */
export async function ask<T>(asked: Promise<Answered<T>>): Promise<T> {
  const answered = await asked.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new UnreachableError('unreachable', { cause: error });
  });
  if (answered.error !== undefined || !answered.response.ok)
    throw problemFrom(answered.error, answered.response);
  return answered.data as T;
}

/** A proxy in between answers without problem details. */
export function problemFrom(body: unknown, response: Response): ProblemError {
  const told = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const detail =
    told.detail ??
    (response.status >= 500 ? '系统暂时不可用，请稍后再试。' : '服务器没有接受这次操作，请刷新后重试。');
  const { title = '不能办理', type = `http-${response.status}` } = told;
  return new ProblemError({ ...told, type, title, status: response.status, detail });
}
