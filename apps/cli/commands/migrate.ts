import type { Command } from 'commander';
import { withDatabase } from '../with-database.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('把数据库升级到最新结构；--demo 在空库中载入演示数据')
    .option('--demo', '数据库为空时载入演示数据（生产环境拒绝）', false)
    .action(async (options: { demo: boolean }) => {
      await withDatabase(async (databaseUrl) => {
        const { migrate } = await import('#db/migrate');
        await migrate(databaseUrl);
      });
    });
}
