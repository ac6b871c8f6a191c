import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../operator-error.ts';
import { root } from './node-part.ts';

const sources = ['apps/web/**/*', 'package-lock.json'];
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

export const webCommand = (...args: string[]) => [
  process.execPath,
  vite,
  'build',
  join(root, 'apps', 'web'),
  ...args,
];

/** Builds the pages when their sources have changed. Pages in another folder than our own are taken as they are. */
export async function buildWeb(webDir: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(join(root, 'apps', 'web', 'index.html')) || webDir !== join(root, 'dist', 'web')) return;
  const stamp = join(webDir, '.sources');
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('编译网页（通常 20 秒；源码变动后一次）…');
  const draft = `${webDir}.${process.pid}`;
  const [program = '', ...args] = webCommand('--outDir', draft, '--emptyOutDir', '--logLevel', 'warn');
  try {
    await promisify(execFile)(program, args, { cwd: root });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new OperatorError(`网页编译失败：\n${told}`, 'The web application could not be built.', error);
  }
  writeFileSync(join(draft, '.sources'), hash);
  rmSync(webDir, { recursive: true, force: true });
  renameSync(draft, webDir);
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}
