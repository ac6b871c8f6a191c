import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { root } from './node-part.ts';
import { runTool, toldBy } from './setup.ts';
import type { Setup } from './setup.ts';

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
export async function buildWeb(webDir: string, setup: Setup): Promise<void> {
  if (!existsSync(join(root, 'apps', 'web', 'index.html')) || webDir !== join(root, 'dist', 'web')) return;
  const stamp = join(webDir, '.sources');
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  setup.say('编译网页（通常 20 秒；源码变动后一次）…');
  const draft = `${webDir}.${process.pid}`;
  const command = webCommand('--outDir', draft, '--emptyOutDir', '--logLevel', 'warn');
  try {
    await runTool(setup, command, { cwd: root });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw new OperatorError(
      `网页编译失败：\n${toldBy(error)}`,
      'The web application could not be built.',
      error,
    );
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
