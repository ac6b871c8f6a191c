import type { ChildProcess } from 'node:child_process';
import { openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const largestBytes = 20 * 1024 * 1024;
const shownLines = 8;

export interface LogFile {
  path: string;
  descriptor: number;
  write(line: string): void;
  /** Copies what the process writes to the log and, with its name before it, to the terminal. */
  follow(child: ChildProcess, shown: 'all' | 'warnings'): void;
  mark(): void;
  sinceMark(): string;
}

export function openLog(folder: string, name: string): LogFile {
  const path = join(folder, `${name}.log`);
  if (sizeOf(path) > largestBytes) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, 'a');
  let markAt = sizeOf(path);
  const write = (line: string) => void writeSync(descriptor, `${line}\n`);
  return {
    path,
    descriptor,
    write,
    follow(child, shown) {
      for (const stream of [child.stdout, child.stderr]) {
        if (!stream) continue;
        createInterface({ input: stream }).on('line', (line) => {
          write(line);
          if (shown === 'all' || !isRoutine(line)) process.stdout.write(`[${name}] ${line}\n`);
        });
      }
    },
    mark: () => void (markAt = sizeOf(path)),
    sinceMark: () => lastLines(readFileSync(path).subarray(markAt).toString()),
  };
}

/** Nest writes one JSON object a line, Temporal the level in brackets. */
const isRoutine = (line: string) =>
  /^\{.*"level":"(log|info|debug|verbose|trace)"|^\S+ \[(INFO|DEBUG|TRACE)\]/i.test(line);

const lastLines = (text: string) => text.trim().split('\n').slice(-shownLines).join('\n');

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
