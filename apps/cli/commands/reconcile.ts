import type { Command } from 'commander';
import type { Difference } from '#runner/reconcile';
import type { StuckEffect } from '#db/queries/live-cases';
import { OperatorError } from '../operator-error.ts';
import { runningTemporal, withDatabase } from '../with-database.ts';

interface Options {
  repair: boolean;
  json: boolean;
}

export function addReconcile(program: Command): void {
  program
    .command('reconcile')
    .description('核对数据库与 Temporal：逐案说明差异；存在未修复的差异时退出码为 1')
    .option('--repair', '为没有运行进程的事项重新启动进程', false)
    .option('--json', '以 JSON 输出', false)
    .action((options: Options) => withDatabase((databaseUrl, config) => run(databaseUrl, config, options)));
}

async function run(
  databaseUrl: string,
  config: Parameters<Parameters<typeof withDatabase>[0]>[1],
  { repair, json }: Options,
): Promise<void> {
  const address = config.temporalAddress ?? runningTemporal(config.dataDir);
  if (!address) {
    throw new OperatorError(
      'Temporal 没有运行：请先 npm start，或设置 TEMPORAL_ADDRESS。',
      'Temporal is not running: npm start first, or set TEMPORAL_ADDRESS.',
    );
  }
  const [{ openOrm }, { liveCases, stuckEffects }, { reconcile }, { connectRunner }] = await Promise.all([
    import('#db/orm'),
    import('#db/queries/live-cases'),
    import('#runner/reconcile'),
    import('#runner/runner-client'),
  ]);
  const orm = await openOrm(databaseUrl, { poolSize: 2 });
  const runner = connectRunner(address, config.temporalNamespace, config.taskQueue);
  try {
    const differences = await reconcile(runner, liveCases(orm.em.fork()), { repair });
    const stuck = await stuckEffects(orm.em.fork());
    process.stdout.write(json ? `${JSON.stringify({ differences, stuck })}\n` : told(differences, stuck));
    if (differences.some(({ repaired }) => !repaired)) process.exitCode = 1;
  } finally {
    await orm.close(true);
    await runner.client.connection.close();
  }
}

function told(differences: Difference[], stuck: StuckEffect[]): string {
  const lines = differences.map(
    ({ number, repaired }) =>
      `${number}：没有运行进程${repaired ? '，已从数据库重新启动。' : '（--repair 可修复）。'}`,
  );
  const failing = stuck.map(
    ({ number, type, failure }) => `${number}：${type} 未完成，最近一次失败：${failure}`,
  );
  const all = [...lines, ...failing];
  return all.length === 0 ? '数据库与 Temporal 一致，没有差异。\n' : `${all.join('\n')}\n`;
}
