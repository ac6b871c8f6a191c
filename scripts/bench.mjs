import { install } from './install.mjs';
import { runNode } from './run-cli.mjs';

install();
process.exitCode = await runNode([
  '--import',
  './scripts/typescript.mjs',
  'tests/bench/main.ts',
  ...process.argv.slice(2),
]);
