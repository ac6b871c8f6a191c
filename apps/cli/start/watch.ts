import { watch } from 'node:fs';
import { join } from 'node:path';
import type { Kept } from './keep-alive.ts';
import { root } from './node-part.ts';
import type { Supervisor } from './supervisor.ts';
import { webCommand } from './web.ts';

const folders = ['libs', 'workflows', 'activities', 'apps/api', 'apps/worker'];
const quietMs = 300;

/** Restarts the API and the workers after a change and rebuilds the pages: reload the browser. */
export function watchSources(kept: Kept[], parts: Supervisor, say: (line: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const restart = async () => {
    say('源码有变动，重新启动…');
    const results = await Promise.allSettled(kept.map((one) => one.restart()));
    const failed = results.find((result) => result.status === 'rejected');
    say(failed ? String(failed.reason) : '已重新启动。');
  };
  for (const folder of folders) {
    const watcher = watch(join(root, folder), { recursive: true }, (_, file) => {
      if (!file || !/\.(ts|hbs)$/.test(file) || file.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => void (parts.stopping || restart()), quietMs);
    });
    parts.atEnd(() => watcher.close());
  }
  void parts.run({
    name: 'web',
    command: webCommand('--watch', '--outDir', join(root, 'dist', 'web'), '--emptyOutDir'),
    recognisedBy: join(root, 'apps', 'web'),
    stopSignal: 'SIGTERM',
    ready: () => Promise.resolve(true),
    readyWithinMs: 10_000,
    shown: 'all',
  });
}
