/** `npm test [-- JEST ARGUMENTS]`: everything, then one plain line `N passed, N failed`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { runNode } from './run-cli.mjs';
import { installSystemPackages } from './system-packages.mjs';

install();
installSystemPackages();

const folder = mkdtempSync(join(tmpdir(), 'duxing-result-'));
const result = join(folder, 'result.json');
const options = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
const code = await runNode(
  [
    'node_modules/jest/bin/jest.js',
    ...process.argv.slice(2),
    '--reporters=default',
    '--reporters=./scripts/count-reporter.mjs',
  ],
  {
    ...process.env,
    NODE_ENV: 'test',
    TEST_COUNTS: result,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, ...options].filter(Boolean).join(' '),
  },
);
const { passed, failed } = counts();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = code !== 0 ? code : failed > 0 || passed === 0 ? 1 : 0;

/** A suite that could not run at all counts as one failure: none of its tests is in the numbers. */
function counts() {
  try {
    return JSON.parse(readFileSync(result, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
