import { loadStartConfig } from '#config/config';
import type { StartConfig } from '#config/config';
import { prepareFolders } from './start/folders.ts';
import { freePorts } from './start/ports.ts';
import { embeddedPostgres } from './start/postgres.ts';
import { clearUp, holder, lock, recorded } from './start/running.ts';
import { supervisor } from './start/supervisor.ts';

/**
 * For commands that need the database only: DATABASE_URL, else the one of the running system, else the embedded server
 * is brought up for as long as the command takes.
 */
export async function withDatabase<T>(
  run: (databaseUrl: string, config: StartConfig) => Promise<T>,
): Promise<T> {
  const config = loadStartConfig();
  const url = config.databaseUrl ?? runningDatabase(config.dataDir);
  if (url) return run(url, config);
  const folders = prepareFolders(config.dataDir);
  const release = lock(config.dataDir);
  const parts = supervisor(
    () => folders.logs,
    () => undefined,
    () => undefined,
  );
  parts.atEnd(release);
  try {
    await clearUp(config.dataDir);
    const [port = 0] = await freePorts(1);
    const postgres = await embeddedPostgres(config.dataDir, port);
    await parts.run(postgres.part);
    return await run(postgres.databaseUrl, config);
  } finally {
    await parts.stop();
  }
}

export function runningDatabase(dataDir: string): string | undefined {
  return holder(dataDir) === undefined ? undefined : recorded(dataDir)?.databaseUrl || undefined;
}

/** The Temporal server of the running system, where TEMPORAL_ADDRESS names none. */
export function runningTemporal(dataDir: string): string | undefined {
  return holder(dataDir) === undefined ? undefined : recorded(dataDir)?.temporalAddress || undefined;
}
