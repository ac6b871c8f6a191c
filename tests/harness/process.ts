import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { childEnvironment } from '#config/config';

const root = resolve(import.meta.dirname, '../..');

export interface Running {
  child: ChildProcess;
  output: () => string;
  /** As a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A process of the product as it runs in production; resolves when it has said `ready`. */
export async function startProcess(
  file: string,
  ready: string,
  environment: Record<string, string>,
): Promise<Running> {
  const command = ['--import', resolve(root, 'scripts/typescript.mjs'), resolve(root, file)];
  // NODE_OPTIONS of Jest would slow the child down.
  const env = { ...childEnvironment(environment), NODE_OPTIONS: '', NODE_ENV: 'test' };
  const child = spawn(process.execPath, command, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const exited = once(child, 'exit');
  await new Promise<void>((resolved, rejected) => {
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      if (output.includes(ready)) resolved();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('message', (message) => message === ready && resolved());
    child.on('exit', () => rejected(new Error(`${file} ended:\n${output}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return { child, output: () => output, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
