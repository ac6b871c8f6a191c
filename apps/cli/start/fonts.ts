import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './node-part.ts';

/** Once a machine: what could not be had is not asked for at every start (delete the mark to try again). */
export async function fetchFonts(cacheDir: string, say: (line: string) => void): Promise<void> {
  const folder = join(cacheDir, 'fonts');
  const mark = join(folder, '.fetched');
  if (existsSync(mark)) return;
  say('取公文字体（约 200 MB，通常 2 分钟；只需一次）…');
  const program = join(root, 'scripts', 'fonts.mjs');
  const done = await promisify(execFile)(process.execPath, [program], { timeout: 10 * 60_000 }).catch(
    () => undefined,
  );
  if (!done) say('公文字体未取全：公文暂用本机的中文字体。');
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, '');
}
