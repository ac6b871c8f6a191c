import type { Command } from 'commander';
import { withDatabase } from '../with-database.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('把数据库升级到最新结构')
    .option('--demo', '并载入演示数据（已有正式机构时不载入，生产环境拒绝）', false)
    .action((options: { demo: boolean }) =>
      withDatabase(async (databaseUrl, config) => {
        const { migrate } = await import('#db/migrate');
        await migrate(databaseUrl);
        if (!options.demo) return;
        const [{ openOrm }, { loadDemo }] = await Promise.all([import('#db/orm'), import('#db/seed/demo')]);
        const orm = await openOrm(databaseUrl, { poolSize: 1 });
        try {
          await loadDemo(orm.em.fork(), config);
        } finally {
          await orm.close(true);
        }
      }),
    );
}
