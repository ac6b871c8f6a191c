import { join } from 'node:path';
import type { StartConfig } from '#config/config';
import { OperatorError } from '../operator-error.ts';
import { answers, freePorts } from './ports.ts';
import { embeddedPostgres } from './postgres.ts';
import type { Setup } from './setup.ts';
import type { Supervisor } from './supervisor.ts';
import { temporalBinary } from './temporal-binary.ts';
import { temporalServer } from './temporal.ts';

export async function startPostgres(config: StartConfig, parts: Supervisor, setup: Setup): Promise<string> {
  if (config.databaseUrl) {
    const { hostname, port } = new URL(config.databaseUrl);
    await requireAnswer(hostname, Number(port || 5432), 'DATABASE_URL', 'PostgreSQL');
    setup.say(`PostgreSQL：${hostname}:${port || 5432}（DATABASE_URL）`);
    return config.databaseUrl;
  }
  const [port = 0] = await freePorts(1);
  const postgres = await embeddedPostgres(config.dataDir, port);
  await parts.run(postgres.part);
  setup.say(`PostgreSQL：内嵌，127.0.0.1:${port}${postgres.isNew ? '（新建数据库）' : ''}`);
  return postgres.databaseUrl;
}

export interface TemporalAt {
  address: string;
  ui: string | undefined;
}

export async function startTemporal(
  config: StartConfig,
  parts: Supervisor,
  setup: Setup,
): Promise<TemporalAt> {
  if (config.temporalAddress) {
    const [host = '', port] = config.temporalAddress.split(':');
    await requireAnswer(host, Number(port), 'TEMPORAL_ADDRESS', 'Temporal');
    setup.say(`Temporal：${config.temporalAddress}（TEMPORAL_ADDRESS）`);
    return { address: config.temporalAddress, ui: undefined };
  }
  const binary = await temporalBinary(config.cacheDir, setup);
  const [port = 0, httpPort = 0, metricsPort = 0, uiPort = 0] = await freePorts(4);
  await parts.run(
    temporalServer({
      binary: binary.path,
      storeFile: join(config.dataDir, 'temporal', 'temporal.db'),
      namespace: config.temporalNamespace,
      port,
      httpPort,
      metricsPort,
      ...(config.temporalUi ? { uiPort } : {}),
    }),
  );
  setup.say(`Temporal：${binary.from}，127.0.0.1:${port}`);
  return { address: `127.0.0.1:${port}`, ui: config.temporalUi ? `http://127.0.0.1:${uiPort}` : undefined };
}

async function requireAnswer(host: string, port: number, variable: string, server: string): Promise<void> {
  if (await answers(port, host)) return;
  throw new OperatorError(
    `${variable} 指向的 ${server}（${host}:${port}）没有应答：请先启动它，或去掉 ${variable}。`,
    `${server} at ${host}:${port} (${variable}) does not answer: start it or unset ${variable}.`,
  );
}
