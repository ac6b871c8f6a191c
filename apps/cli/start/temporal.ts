import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Part } from './part.ts';
import { answers } from './ports.ts';

export interface TemporalOptions {
  binary: string;
  /** Undefined: in memory. */
  storeFile?: string;
  namespace: string;
  port: number;
  httpPort: number;
  metricsPort: number;
  uiPort?: number;
}

export function temporalServer(options: TemporalOptions): Part {
  const { binary, storeFile, namespace, port, httpPort, metricsPort, uiPort } = options;
  const ports = ['--port', port, '--http-port', httpPort, '--metrics-port', metricsPort].map(String);
  // Nearly twice the cases per second of the default settings of SQLite.
  const store = storeFile
    ? [
        '--db-filename',
        storeFile,
        '--sqlite-pragma',
        'journal_mode=WAL',
        '--sqlite-pragma',
        'synchronous=NORMAL',
      ]
    : [];
  const ui = uiPort ? ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)] : ['--headless'];
  return {
    name: 'temporal',
    command: [
      binary,
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      ...ports,
      ...ui,
      ...store,
      '--namespace',
      namespace,
      '--log-level',
      'warn',
      '--color',
      'never',
    ],
    recognisedBy: storeFile ? `--db-filename ${storeFile}` : `--port ${port}`,
    stopSignal: 'SIGINT',
    ready: () => servesNamespace(binary, `127.0.0.1:${port}`, namespace),
    readyWithinMs: 60_000,
  };
}

/** An open port comes before a namespace that can be used. */
async function servesNamespace(binary: string, address: string, namespace: string): Promise<boolean> {
  if (!(await answers(Number(address.split(':')[1])))) return false;
  const args = ['operator', 'namespace', 'describe', '--namespace', namespace, '--address', address];
  return promisify(execFile)(binary, args, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
