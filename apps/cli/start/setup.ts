import { execFile } from 'node:child_process';
import type { ExecFileOptions } from 'node:child_process';
import { promisify } from 'node:util';

/** What a long step of the start is given: where it tells what it does, and when it is to break off. */
export interface Setup {
  say(line: string): void;
  signal: AbortSignal;
}

const execute = promisify(execFile);

/** Runs a program to its end; Ctrl-C ends it too. */
export async function runTool(
  setup: Setup,
  command: string[],
  options: ExecFileOptions = {},
): Promise<string> {
  const [program = '', ...args] = command;
  const { stdout } = await execute(program, args, {
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    signal: setup.signal,
    encoding: 'utf8',
  });
  return stdout;
}

/** What a failed program wrote last. */
export function toldBy(error: unknown, lines = 12): string {
  const told = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return told.trim().split('\n').slice(-lines).join('\n');
}
