import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

const newEnough = Number(process.versions.node.split('.')[0]) >= 24;

/** In this process where its Node will do, else in the one that came with the packages. */
export async function runCli(...args) {
  process.chdir(root);
  const main = join(root, 'apps', 'cli', 'main.ts');
  const preload = join(root, 'scripts', 'typescript.mjs');
  if (newEnough) {
    process.argv = [...process.argv.slice(0, 2), ...args];
    await import('./typescript.mjs');
    await import(main);
    return;
  }
  process.exitCode = await runNode(['--import', preload, main, ...args]);
}

/** Signals go to the child, which ends in its own time; its end is ours. */
export function runNode(args, environment = process.env) {
  const node = join(root, 'node_modules', '.bin', 'node');
  const path = `${join(root, 'node_modules', '.bin')}:${environment.PATH ?? ''}`;
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...environment, PATH: path } });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of signals) process.on(name, () => child.kill(name));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}
