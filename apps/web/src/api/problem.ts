import type { Problem } from './types.ts';

/** What the API answered when it could not do what was asked: `detail` is a sentence for the person. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The server was not reached; nothing is known about what it did. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof ProblemError ? error.problem.status : undefined;

export const fieldErrorsOf = (error: unknown): { field: string; detail: string }[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];

export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail;
  if (error instanceof UnreachableError) return '连接不上服务器，请检查网络后重试。';
  return '页面出现意外情况，请刷新后重试。';
}

/** The number that an administrator finds in the log. */
export function requestNumberOf(error: unknown): string | undefined {
  if (!(error instanceof ProblemError) || error.problem.status < 500) return undefined;
  return error.problem.instance?.replace('urn:request:', '');
}

/** Worth another try without asking: the server was away or busy, nothing was refused. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return error instanceof UnreachableError || status === 502 || status === 503 || status === 504;
}
