import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node-part.ts';
import { runTool } from './setup.ts';
import type { Setup } from './setup.ts';

/** Once a machine: what could not be had is not asked for at every start (delete the mark to try again). */
export async function fetchFonts(cacheDir: string, setup: Setup): Promise<void> {
  const folder = join(cacheDir, 'fonts');
  const mark = join(folder, '.fetched');
  if (existsSync(mark)) return;
  setup.say('取公文字体（约 200 MB，通常 2 分钟；只需一次）…');
  const program = join(root, 'scripts', 'fonts.mjs');
  const done = await runTool(setup, [process.execPath, program], { timeout: 10 * 60_000 }).catch(
    () => undefined,
  );
  if (done === undefined) setup.say('公文字体未取全：公文暂用本机的中文字体。');
  if (setup.signal.aborted) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, '');
}
