import { ConfigError } from '#config/config-error';
import { OperatorError } from './operator-error.ts';

/** One clear sentence for what the operator can put right; the stack only for what he cannot. Returns the exit code. */
export function reportFailure(error: unknown, asJson: boolean): number {
  const expected = error instanceof OperatorError || error instanceof ConfigError;
  const message =
    error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: false, error: message })}\n`);
  else process.stderr.write(`${expected ? '' : '未预料的错误：'}${message}\n`);
  return 1;
}
