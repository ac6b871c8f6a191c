import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';

const budget = 450 * 1024;

test('the first load stays under 450 kB compressed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duxing-web-'));
  try {
    const vite = join('node_modules', 'vite', 'bin', 'vite.js');
    const into = ['--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
    await promisify(execFile)(process.execPath, [vite, 'build', 'apps/web', ...into]);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const parts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(parts.length).toBeGreaterThan(1);
    const sizes = parts.map((path) => gzipSync(readFileSync(join(folder, path))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
