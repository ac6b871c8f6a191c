import type { Command } from 'commander';
import type { StartConfig } from '#config/config';
import { withDatabase } from '../with-database.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('把数据库升级到最新结构')
    .option('--demo', '并载入演示数据（已有正式机构时不载入，生产环境拒绝）', false)
    .option('--json', '以 JSON 输出', false)
    .action((options: { demo: boolean; json: boolean }) =>
      withDatabase(async (databaseUrl, config) => {
        const { migrate } = await import('#db/migrate');
        await migrate(databaseUrl);
        if (options.demo) await loadDemoInto(databaseUrl, config);
        if (options.json) process.stdout.write(`${JSON.stringify({ ok: true })}\n`);
      }),
    );
}

async function loadDemoInto(databaseUrl: string, config: StartConfig): Promise<void> {
  const [{ openOrm }, { loadDemo }, { loadDemoCases }] = await Promise.all([
    import('#db/orm'),
    import('#db/seed/demo'),
    import('#db/seed/cases/load-demo-cases'),
  ]);
  const orm = await openOrm(databaseUrl, { poolSize: 1 });
  try {
    if (await loadDemo(orm.em.fork(), config)) await loadDemoCases(orm.em.fork(), config);
  } finally {
    await orm.close(true);
  }
}
