import { Command } from 'commander';
import { addDeadline } from './commands/deadline.ts';
import { addMigrate } from './commands/migrate.ts';
import { addNotice } from './commands/notice.ts';
import { addReconcile } from './commands/reconcile.ts';
import { addSeed } from './commands/seed.ts';
import { addStart } from './commands/start.ts';
import { addUser } from './commands/user-add.ts';
import { inChinese } from './in-chinese.ts';
import { reportFailure } from './report-failure.ts';

/** One file a command; what a command needs is loaded when it runs, so that --help answers at once. */
const commands = [addStart, addMigrate, addReconcile, addSeed, addUser, addDeadline, addNotice];

const program = inChinese(new Command('duxing')).description('督行的命令行');
for (const add of commands) add(program);

program.parseAsync().catch((error: unknown) => {
  // What was broken off may still be ending: nobody waits for it.
  process.exit(reportFailure(error, process.argv.includes('--json')));
});
