import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { prepareFolders } from '#cli/start/folders';
import { freePorts } from '#cli/start/ports';
import { embeddedPostgres } from '#cli/start/postgres';
import { supervisor } from '#cli/start/supervisor';
import { until } from '#tests/harness/poll';

const dataDir = mkdtempSync(join(tmpdir(), 'duxing-lock-'));
chmodSync(dataDir, 0o755);
const lockFile = join(dataDir, 'postgres', 'postmaster.pid');
const quiet = () => undefined;
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function bringUp() {
  const [port = 0] = await freePorts(1);
  const { part } = await embeddedPostgres(dataDir, port);
  const parts = supervisor(() => prepareFolders(dataDir).logs, quiet, quiet);
  return { part, parts, kept: await parts.run(part) };
}

test("PostgreSQL starts although another program now has the killed server's number", async () => {
  const { parts, part } = await bringUp();
  const lines = readFileSync(lockFile, 'utf8').split('\n');
  await parts.stop();
  const other = spawn('sleep', ['300'], { ...part.identity, stdio: 'ignore' });
  try {
    writeFileSync(lockFile, [other.pid, ...lines.slice(1)].join('\n'), { mode: 0o600 });
    const { uid, gid } = part.identity ?? {};
    if (uid !== undefined && gid !== undefined) chownSync(lockFile, uid, gid);
    const again = await bringUp();
    expect(other.exitCode).toBeNull();
    await again.parts.stop();
  } finally {
    other.kill();
  }
}, 120_000);

test('a server that lost its supervisor is ended by the next start, which then goes on', async () => {
  const [port = 0] = await freePorts(1);
  const { part } = await embeddedPostgres(dataDir, port);
  const [program = '', ...args] = part.command;
  const lost = spawn(program, args, { ...part.identity, stdio: 'ignore' });
  const ended = once(lost, 'close');
  await until(() => part.ready(lost.pid ?? 0, false));
  const again = await bringUp();
  expect(await ended).toEqual([0, null]);
  expect(again.kept.pid()).not.toBe(lost.pid);
  await again.parts.stop();
}, 120_000);
