/** Something the operator can put right: its message is the sentence to show, without a stack. Exit code 1. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';

  constructor(chinese: string, english: string, cause?: unknown) {
    super(`${chinese}\n${english}`, { cause });
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
