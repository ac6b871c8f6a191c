import type { Command } from 'commander';
import { OperatorError } from '../operator-error.ts';
import { withDatabase } from '../with-database.ts';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('载入演示数据；已载入的不变，已有正式机构或生产环境时拒绝')
    .option('--json', '以 JSON 输出', false)
    .action(({ json }: { json: boolean }) =>
      withDatabase(async (databaseUrl, config) => {
        if (config.environment === 'production') {
          throw new OperatorError('生产环境不得载入演示数据。', 'The demo seed is refused in production.');
        }
        const [{ migrate }, { openOrm }, { loadDemo }, { loadDemoCases }] = await Promise.all([
          import('#db/migrate'),
          import('#db/orm'),
          import('#db/seed/demo'),
          import('#db/seed/cases/load-demo-cases'),
        ]);
        await migrate(databaseUrl);
        const orm = await openOrm(databaseUrl, { poolSize: 1 });
        const load = async () => {
          const loaded = await loadDemo(orm.em.fork(), config);
          if (loaded) await loadDemoCases(orm.em.fork(), config);
          return loaded;
        };
        const loaded = await load().finally(() => orm.close(true));
        if (!loaded)
          throw new OperatorError(
            '已有正式机构，不载入演示数据。',
            'Real organisations stand: nothing was loaded.',
          );
        process.stdout.write(`${json ? JSON.stringify({ ok: true }) : '演示数据已载入。'}\n`);
      }),
    );
}
