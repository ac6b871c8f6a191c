import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStartConfig } from '#config/config';
import { prepareFolders } from '#cli/start/folders';
import { freePorts } from '#cli/start/ports';
import { embeddedPostgres } from '#cli/start/postgres';
import { supervisor } from '#cli/start/supervisor';
import type { Supervisor } from '#cli/start/supervisor';
import { temporalBinary } from '#cli/start/temporal-binary';
import { temporalServer } from '#cli/start/temporal';
import { prepareTemplate } from './databases.ts';
import { installTestServer } from './test-server.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);
/** What a test database may lose in a power cut is of no interest. */
const fast = ['fsync=off', 'full_page_writes=off', 'max_connections=400'];

/** One PostgreSQL and one Temporal server for the whole run. Jest's workers inherit the environment. */
export async function startServers(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'duxing-test-'));
  // As root, another user runs PostgreSQL and passes through here.
  chmodSync(dataDir, 0o755);
  const folders = prepareFolders(dataDir);
  const parts = supervisor(
    () => folders.logs,
    say,
    () => undefined,
  );
  parts.atEnd(() => rmSync(dataDir, { recursive: true, force: true }));
  try {
    await Promise.all([startPostgres(dataDir, parts), startTemporal(parts), announceTestServer()]);
  } catch (error) {
    await parts.stop();
    throw error;
  }
  return () => parts.stop();
}

async function startPostgres(dataDir: string, parts: Supervisor): Promise<void> {
  const [port = 0] = await freePorts(1);
  const postgres = await embeddedPostgres(dataDir, port, fast);
  await parts.run(postgres.part);
  process.env.TEST_DATABASE_URL = postgres.databaseUrl;
  await prepareTemplate(postgres.databaseUrl);
}

async function startTemporal(parts: Supervisor): Promise<void> {
  const { path } = await temporalBinary(loadStartConfig().cacheDir, { say, signal: parts.signal });
  const [port = 0, httpPort = 0, metricsPort = 0] = await freePorts(3);
  await parts.run(temporalServer({ binary: path, namespace: 'default', port, httpPort, metricsPort }));
  process.env.TEST_TEMPORAL_ADDRESS = `127.0.0.1:${port}`;
}

async function announceTestServer(): Promise<void> {
  const path = await installTestServer(loadStartConfig().cacheDir, say);
  if (path) process.env.TEST_TIME_SKIPPING_SERVER = path;
}
