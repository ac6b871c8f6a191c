import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** The command line of a living process; undefined when there is none. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // A zombie has an empty command line: it holds nothing any more.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
    }
    return (
      execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

/** Numbers of processes are given again: a recorded one counts only with the command it was recorded for. */
export function isOurs(pid: number, commandContains: string): boolean {
  return commandOf(pid)?.includes(commandContains) ?? false;
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime.
  }
}

export async function endProcess(pid: number, commandContains: string, first: NodeJS.Signals): Promise<void> {
  for (const [name, patienceMs] of [
    [first, 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isOurs(pid, commandContains)) return;
    signal(pid, name);
    for (let waited = 0; waited < patienceMs && isOurs(pid, commandContains); waited += 50) await pause(50);
  }
}
