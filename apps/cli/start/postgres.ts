import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../operator-error.ts';
import type { Part } from './part.ts';
import { isOurs, signal } from './process-table.ts';
import { postgresPrograms } from './postgres-binaries.ts';
import type { PostgresPrograms } from './postgres-binaries.ts';

const user = 'duxing';

export interface EmbeddedPostgres {
  part: Part;
  databaseUrl: string;
  isNew: boolean;
}

/** `flags` are settings of the server (`fsync=off` in tests). */
export async function embeddedPostgres(
  dataDir: string,
  port: number,
  flags: string[] = [],
): Promise<EmbeddedPostgres> {
  const cluster = join(dataDir, 'postgres');
  const passwordFile = join(dataDir, 'postgres.password');
  const programs = postgresPrograms(dataDir);
  const isNew = !existsSync(join(cluster, 'PG_VERSION'));
  if (isNew) await createCluster(programs, cluster, passwordFile);
  const password = readFileSync(passwordFile, 'utf8').trim();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
    'shared_buffers=256MB',
    'jit=off',
    ...flags,
  ].flatMap((setting) => ['-c', setting]);
  return {
    isNew,
    databaseUrl: `postgresql://${user}:${password}@127.0.0.1:${port}/${user}`,
    part: {
      name: 'postgres',
      command: [...programs.postgres, '-D', cluster, '-p', String(port), ...settings],
      recognisedBy: `-D ${cluster}`,
      identity: programs.identity,
      prepare: () => passOver(cluster),
      inTheWay: /lock file "postmaster.pid" already exists|pre-existing shared memory block/,
      // Fast shutdown: SIGTERM would wait for every client to leave.
      stopSignal: 'SIGINT',
      ready: (pid) => Promise.resolve(isReady(cluster, pid)),
      readyWithinMs: 60_000,
    },
  };
}

async function createCluster(
  programs: PostgresPrograms,
  cluster: string,
  passwordFile: string,
): Promise<void> {
  // Made beside its place and moved: a start that was broken off leaves no half cluster behind.
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  programs.own(draft);
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  programs.own(passwordFile);
  const [program = '', ...first] = programs.initdb;
  const options = [
    '-D',
    draft,
    '-U',
    user,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  // The same order of texts on every machine; Chinese order is asked for where a list needs it.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await promisify(execFile)(program, [...first, ...options, ...locale], programs.identity);
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new OperatorError(
      `无法建立 PostgreSQL 数据库：${told}`,
      'PostgreSQL could not be initialised.',
      error,
    );
  }
  createDatabase(programs, draft);
  renameSync(draft, cluster);
}

/** Single-user mode needs neither a port nor a client. */
function createDatabase(programs: PostgresPrograms, cluster: string): void {
  const [program = '', ...first] = programs.postgres;
  const result = spawnSync(program, [...first, '--single', '-D', cluster, 'postgres'], {
    ...programs.identity,
    input: `CREATE DATABASE ${user};\n`,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new OperatorError(
      `无法建立 PostgreSQL 数据库：${result.stderr}`,
      'The database could not be created.',
    );
  }
}

/**
 * A killed server leaves its lock file. PostgreSQL refuses to start while the number in it is any living process of
 * its user, a zombie too; it passes over that of its grandparent, and still sees by the shared memory whether
 * somebody works on the cluster. A server that lost its supervisor is asked to end.
 */
function passOver(cluster: string): Record<string, string> {
  const lockFile = join(cluster, 'postmaster.pid');
  const pid = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8').split('\n')[0]) : 0;
  if (!(pid > 0)) return {};
  if (!isOurs(pid, `-D ${cluster}`)) return { PG_GRANDPARENT_PID: String(pid) };
  signal(pid, 'SIGINT');
  return {};
}

/** postmaster.pid: the first line is the process, the eighth its state. */
function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
