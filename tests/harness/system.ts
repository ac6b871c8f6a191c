import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts } from '#cli/start/ports';

const root = resolve(import.meta.dirname, '../..');

export interface System {
  address: string;
  dataDir: string;
  output(): string;
  /** The recorded process whose command line contains the text: `apps/worker/main.ts`, `temporal.db`, `/postgres`. */
  pidOf(commandContains: string): number;
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code when everything has ended. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

export interface SystemOptions {
  dataDir?: string;
  port?: number;
  environment?: Record<string, string>;
}

/** The whole product as `npm start` brings it up, on a data folder and a port of its own; resolves at the ready line. */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const started = await launch(options);
  if (!(await started.ready)) throw new Error(`the system did not start:\n${started.system.output()}`);
  return started.system;
}

/** For starts that are meant to fail: returns what was printed and the exit code. */
export async function failingStart(options: SystemOptions): Promise<{ output: string; code: number | null }> {
  const { system } = await launch(options);
  const code = await system.ended;
  if (!options.dataDir) rmSync(system.dataDir, { recursive: true, force: true });
  return { output: system.output(), code };
}

async function launch(options: SystemOptions): Promise<{ system: System; ready: Promise<boolean> }> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'duxing-system-'));
  const port = options.port ?? (await freePorts(1))[0] ?? 0;
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    NODE_OPTIONS: '',
    PORT: String(port),
    DATA_DIR: dataDir,
  };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...env, ...options.environment },
    // The channel ends with this process, however it ends, and the system with the channel.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<boolean>((settle) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`;
        if (line.startsWith('ready ')) settle(true);
      });
    }
    void ended.then(() => settle(false));
  });
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const system: System = {
    address: `http://127.0.0.1:${port}`,
    dataDir,
    output: () => output,
    pidOf: (commandContains) => pidOf(dataDir, commandContains),
    signal,
    ended,
    async stop() {
      signal('SIGTERM');
      await ended;
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return { system, ready };
}

function pidOf(dataDir: string, commandContains: string): number {
  const { processes } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as {
    processes: { pid: number; command: string }[];
  };
  const found = processes.find(({ command }) => command.includes(commandContains));
  if (!found) throw new Error(`nothing runs as ${commandContains}`);
  return found.pid;
}
