import { install } from './install.mjs';
import { runCli } from './run-cli.mjs';

install();
await runCli(...process.argv.slice(2));
