import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, OperatorError } from '../operator-error.ts';

/** Everything a running system keeps, under one ignored folder. */
export interface Folders {
  dataDir: string;
  postgres: string;
  temporal: string;
  logs: string;
}

const leastFreeBytes = 300 * 1024 * 1024;

export function prepareFolders(dataDir: string): Folders {
  const folders = {
    dataDir,
    postgres: join(dataDir, 'postgres'),
    temporal: join(dataDir, 'temporal'),
    logs: join(dataDir, 'logs'),
  };
  try {
    mkdirSync(folders.temporal, { recursive: true });
    mkdirSync(folders.logs, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new OperatorError(
      `数据目录 ${dataDir} 不可写（${codeOf(error)}）：请改正权限，或用 DATA_DIR 指定另一目录。`,
      `The data folder ${dataDir} is not writable (${codeOf(error)}): correct its rights or set DATA_DIR.`,
      error,
    );
  }
  requireFreeSpace(dataDir);
  return folders;
}

function requireFreeSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= leastFreeBytes) return;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new OperatorError(
    `磁盘空间不足：${folder} 所在磁盘只剩 ${free} MB，至少需要 300 MB。`,
    `The disk is full: ${free} MB are left for ${folder}, 300 MB are needed.`,
  );
}
