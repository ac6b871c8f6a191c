import type { Command } from 'commander';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('启动全部：PostgreSQL、Temporal、工作进程、接口与网页（npm start）')
    .option('--watch', '源码变动时重新启动（npm run dev）', false)
    .action(async (options: { watch: boolean }) => {
      const { start } = await import('../start/start.ts');
      await start(options);
    });
}
