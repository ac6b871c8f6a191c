import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { commandOf, isOurs } from '#cli/start/process-table';
import { recorded } from '#cli/start/running';
import { failingStart, startSystem } from '#tests/harness/system';

const folder = mkdtempSync(join(tmpdir(), 'duxing-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dataDir = join(folder, 'data');
const patienceMs = 180_000;

const processesOf = (dir: string) => recorded(dir)?.processes ?? [];

test(
  'a port in use is said in one sentence, and nothing is left running',
  async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { output, code } = await failingStart({ dataDir: join(folder, 'port'), port });
    other.close();
    expect(code).toBe(1);
    expect(output).toContain(`端口 ${port} 已被占用`);
    expect(processesOf(join(folder, 'port'))).toEqual([]);
  },
  patienceMs,
);

test(
  'a wrong variable is named before anything starts',
  async () => {
    const { output, code } = await failingStart({ environment: { WORKER_COUNT: 'many' } });
    expect(code).toBe(1);
    expect(output).toMatch(/WORKER_COUNT（现为 many）.*1 到 16/);
  },
  patienceMs,
);

test(
  'a data folder that cannot be made is said in one sentence',
  async () => {
    writeFileSync(join(folder, 'file'), '');
    const { output, code } = await failingStart({ dataDir: join(folder, 'file', 'data') });
    expect(code).toBe(1);
    expect(output).toContain('不可写');
  },
  patienceMs,
);

test(
  'a database that does not answer is named, and what was started is stopped',
  async () => {
    const environment = { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/duxing' };
    const { output, code } = await failingStart({ dataDir: join(folder, 'database'), environment });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL');
    expect(processesOf(join(folder, 'database'))).toEqual([]);
  },
  patienceMs,
);

test(
  'without Temporal on PATH, without download and without Go the start says what to install',
  async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const name of ['sh', 'id', 'setpriv', 'true']) symlinkSync(`/usr/bin/${name}`, join(bin, name));
    const noInternet = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:1' };
    const environment = { PATH: bin, DUXING_CACHE: join(folder, 'cache'), ...noInternet };
    const { output, code } = await failingStart({ dataDir: join(folder, 'no-go'), environment });
    expect(code).toBe(1);
    expect(output).toContain('请安装 Temporal CLI 或 Go，或设置 TEMPORAL_ADDRESS');
    expect(processesOf(join(folder, 'no-go'))).toEqual([]);
  },
  patienceMs,
);

test(
  'the same data folder is not started twice; Ctrl-C ends everything that was started',
  async () => {
    const system = await startSystem({ dataDir });
    const processes = processesOf(dataDir);
    expect(processes.length).toBeGreaterThanOrEqual(4);
    const second = await failingStart({ dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toContain('正由另一个督行使用');
    system.signal('SIGINT');
    expect(await system.ended).toBe(0);
    for (const { pid, command } of processes) expect(isOurs(pid, command)).toBe(false);
  },
  patienceMs,
);

test(
  'a killed part comes back on its own',
  async () => {
    const system = await startSystem({ dataDir });
    for (const part of ['apps/api/main.ts', '-D ', 'temporal.db']) {
      const killed = system.pidOf(part);
      process.kill(killed, 'SIGKILL');
      await until(() => pidNow(system.pidOf, part) !== killed);
    }
    await until(
      async () => (await fetch(`${system.address}/api/health`).catch(() => undefined))?.status === 200,
    );
    await system.stop();
  },
  patienceMs,
);

test(
  'a killed supervisor takes its parts along, and the next start goes on with the data',
  async () => {
    const system = await startSystem({ dataDir });
    const processes = processesOf(dataDir);
    system.signal('SIGKILL');
    await system.ended;
    const again = await startSystem({ dataDir });
    for (const { pid, command } of processes) expect(isOurs(pid, command)).toBe(false);
    expect(commandOf(again.pidOf('-D '))).toContain(dataDir);
    await again.stop();
  },
  patienceMs,
);

function pidNow(pidOf: (part: string) => number, part: string): number | undefined {
  try {
    return pidOf(part);
  } catch {
    return undefined;
  }
}

/** Polls what the operating system tells about other processes: nothing announces it. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (;;) {
    if (await holds()) return;
    await new Promise((next) => setTimeout(next, 100));
  }
}
