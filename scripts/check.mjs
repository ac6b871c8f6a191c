/** `npm run check`: what CI says. Every step runs, whatever the others say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generators } from './generators.mjs';
import { install, root } from './install.mjs';
import { runNode } from './run-cli.mjs';

install();

const bin = (name) => join('node_modules', '.bin', name);
const folders = ['libs', 'workflows', 'activities', 'apps', 'tests'].filter((name) =>
  existsSync(join(root, name)),
);

const steps = [
  { name: 'format', args: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', args: [bin('eslint'), '--max-warnings', '0', '.'] },
  { name: 'types', args: [bin('tsc'), '--noEmit', '-p', '.'] },
  {
    name: 'imports',
    args: [bin('depcruise'), '--config', '.dependency-cruiser.mjs', '--output-type', 'err', ...folders],
  },
  { name: 'dead code', args: [bin('knip'), '--no-progress', '--no-config-hints'] },
  ...generators.map(({ name, file }) => ({
    name: `${name} fresh`,
    args: ['--import', './scripts/typescript.mjs', file, '--check'],
  })),
];

const wanted = process.argv.slice(2);
const failed = [];
for (const { name, args } of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  process.stdout.write(`\n— ${name}\n`);
  const code = await runNode(args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds} s\n`);
  if (code !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? '\nall checks passed\n' : `\nfailed: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
