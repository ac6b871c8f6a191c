import { install } from './install.mjs';
import { runCli } from './run-cli.mjs';

install();
await runCli('start', ...process.argv.slice(2));
