import { loadStartConfig } from '#config/config';
import type { StartConfig } from '#config/config';
import { announce } from './announce.ts';
import { checkSeal } from './check-seal.ts';
import { prepareFolders } from './folders.ts';
import { fetchFonts } from './fonts.ts';
import { health } from './health.ts';
import { nodePart } from './node-part.ts';
import { requireFreePort } from './ports.ts';
import { prepareDatabase } from './prepare-database.ts';
import { clearUp, forget, lock, record } from './running.ts';
import type { Running } from './running.ts';
import { startPostgres, startTemporal } from './servers.ts';
import { supervisor } from './supervisor.ts';
import type { Supervisor } from './supervisor.ts';
import { stopOnSignals } from './signals.ts';
import { watchSources } from './watch.ts';
import { buildWeb } from './web.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

export async function start(options: { watch: boolean }): Promise<void> {
  const config = loadStartConfig();
  await checkSeal(config, say);
  const folders = prepareFolders(config.dataDir);
  const running: Running = {
    address: addressOf(config),
    databaseUrl: '',
    temporalAddress: '',
    processes: [],
  };
  const save = () => record(config.dataDir, { ...running, processes: parts.processes() });
  const release = lock(config.dataDir);
  const parts = supervisor(() => folders.logs, say, save);
  parts.atEnd(release);
  stopOnSignals(parts, say);
  try {
    // What a killed supervisor left may still hold the port.
    await clearUp(config.dataDir);
    await requireFreePort(config.port, config.host);
    parts.atEnd(() => forget(config.dataDir));
    await bringUp(config, parts, running, options.watch);
    save();
  } catch (error) {
    if (parts.stopping) return;
    await parts.stop();
    throw error;
  }
}

async function bringUp(
  config: StartConfig,
  parts: Supervisor,
  running: Running,
  watch: boolean,
): Promise<void> {
  const setup = { say, signal: parts.signal };
  const web = Promise.all([buildWeb(config.webDir, setup), fetchFonts(config.cacheDir, setup)]);
  // An error here is waited for below; until then it must not end the process.
  web.catch(() => undefined);
  const temporal = startTemporal(config, parts, setup);
  temporal.catch(() => undefined);
  running.databaseUrl = await startPostgres(config, parts, setup);
  await prepareDatabase(running.databaseUrl, config.demo, setup);
  const { address: temporalAddress, ui } = await temporal;
  running.temporalAddress = temporalAddress;
  await web;
  if (parts.stopping) return;
  const environment = childVariables(config, running);
  const workers = Array.from({ length: config.workerCount }, (_, index) => `worker-${index + 1}`);
  const ready = () => health(running.address).then((state) => state?.ok ?? false);
  const kept = await Promise.all([
    ...workers.map((name) =>
      parts.run(
        nodePart(name, 'apps/worker/main.ts', environment, (_, announced) => Promise.resolve(announced)),
      ),
    ),
    parts.run(nodePart('api', 'apps/api/main.ts', environment, ready)),
  ]);
  if (watch) watchSources(kept, parts, say);
  if (!parts.stopping) await announce(config, running, ui, say);
}

function childVariables(config: StartConfig, running: Running): Record<string, string> {
  return {
    DATABASE_URL: running.databaseUrl,
    TEMPORAL_ADDRESS: running.temporalAddress,
    DATA_DIR: config.dataDir,
    WEB_DIR: config.webDir,
    PORT: String(config.port),
    HOST: config.host,
  };
}

function addressOf(config: StartConfig): string {
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
}
