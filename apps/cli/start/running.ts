import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, OperatorError } from '../operator-error.ts';
import { endProcess, isOurs } from './process-table.ts';

/** What runs on a data folder, so that commands find it and the next start can clear up after a kill. */
export interface Running {
  address: string;
  databaseUrl: string;
  temporalAddress: string;
  processes: { pid: number; command: string; stopSignal: NodeJS.Signals }[];
}

const recordOf = (dataDir: string) => join(dataDir, 'running.json');
const lockOf = (dataDir: string) => join(dataDir, 'supervisor.pid');
/** Both ways of calling the program have this in their command line. */
const ourCommand = /scripts\/\w+\.mjs|apps\/cli\/main\.ts|jest/;

export function holder(dataDir: string): number | undefined {
  try {
    const [pid = '', command = ''] = readFileSync(lockOf(dataDir), 'utf8').split('\n');
    return command && isOurs(Number(pid), command) ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

/** One supervisor for a data folder. Returns what releases it. */
export function lock(dataDir: string): () => void {
  const path = lockOf(dataDir);
  const command = ourCommand.exec(process.argv.join(' '))?.[0] ?? process.argv[1] ?? 'node';
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, `${process.pid}\n${command}`);
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      const pid = holder(dataDir);
      if (codeOf(error) !== 'EEXIST' || pid !== undefined || attempt > 2) throw inUse(dataDir, pid, error);
      rmSync(path, { force: true });
    }
  }
}

function inUse(dataDir: string, pid: number | undefined, cause: unknown): OperatorError {
  return new OperatorError(
    `数据目录 ${dataDir} 正由另一个督行使用（进程 ${pid ?? '不明'}）：请先停止它，或用 DATA_DIR 指定另一目录。`,
    `The data folder ${dataDir} is in use by another instance (process ${pid ?? 'unknown'}): stop it or set DATA_DIR.`,
    cause,
  );
}

export function record(dataDir: string, running: Running): void {
  writeFileSync(`${recordOf(dataDir)}.new`, JSON.stringify(running, null, 2), { mode: 0o600 });
  renameSync(`${recordOf(dataDir)}.new`, recordOf(dataDir));
}

export function forget(dataDir: string): void {
  rmSync(recordOf(dataDir), { force: true });
}

export function recorded(dataDir: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(recordOf(dataDir), 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

/** Ends what a killed supervisor left behind; nothing that is not ours. */
export async function clearUp(dataDir: string): Promise<void> {
  const left = recorded(dataDir)?.processes ?? [];
  for (const { pid, command, stopSignal } of left.toReversed()) await endProcess(pid, command, stopSignal);
  const postgres = join(dataDir, 'postgres');
  const postmaster = Number(readFirstLine(join(postgres, 'postmaster.pid')));
  if (postmaster > 0) await endProcess(postmaster, `-D ${postgres}`, 'SIGINT');
  forget(dataDir);
}

function readFirstLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}
