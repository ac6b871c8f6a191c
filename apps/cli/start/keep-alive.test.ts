import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { keepAlive, type Kept } from './keep-alive.ts';
import type { Part } from './part.ts';

const folder = mkdtempSync(join(tmpdir(), 'duxing-keep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that runs the script; said lines wake whoever waits for one. */
function kept(name: string, script: string, more: Partial<Part> = {}) {
  const heard: string[] = [];
  let wake = () => undefined as void;
  const watcher = {
    changed: () => wake(),
    say(line: string) {
      heard.push(line);
      wake();
    },
  };
  const part = keepAlive(
    {
      name,
      command: [process.execPath, '-e', script],
      recognisedBy: script,
      stopSignal: 'SIGTERM',
      ready: (_, announced) => Promise.resolve(announced),
      readyWithinMs: 30_000,
      endsWithParent: true,
      ...more,
    },
    folder,
    watcher,
  );
  const when = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((next) => (wake = () => next()));
  };
  return { part, heard, when };
}

const kill = (part: Kept) => process.kill(part.pid() ?? 0, 'SIGKILL');
const works = `process.send('ready'); setInterval(() => undefined, 1000)`;

test('a part that ends by itself at its first start is an error with its last words', async () => {
  const { part } = kept('fails', `console.error('no disk'); process.exit(3)`);
  await expect(part.start()).rejects.toThrow(/启动后即退出.*no disk/s);
  expect(part.pid()).toBeUndefined();
});

test('a part that is killed during its first start is started again, and the start goes on', async () => {
  const go = join(folder, 'go');
  const script = `setInterval(() => require('node:fs').existsSync(${JSON.stringify(go)}) && process.send('ready'), 20)`;
  const { part, heard, when } = kept('killed', script);
  const starting = part.start();
  kill(part);
  await when(() => heard.length === 1);
  writeFileSync(go, '');
  await starting;
  expect(heard).toEqual(['killed 意外停止（SIGKILL），0.5 秒后重新启动。']);
  await part.stop();
});

test('a part in whose way something is just ending tries again at its first start', async () => {
  const lock = join(folder, 'lock');
  writeFileSync(lock, '');
  const script = `if (require('node:fs').existsSync(${JSON.stringify(lock)})) { console.error('lock exists'); process.exit(1) } ${works}`;
  const { part, heard, when } = kept('waits', script, { inTheWay: /lock exists/ });
  const starting = part.start();
  await when(() => heard.length === 1);
  rmSync(lock);
  await starting;
  await part.stop();
});

test('a stop while a part waits for its next start leaves nothing running', async () => {
  const { part, heard, when } = kept('stops', works);
  await part.start();
  kill(part);
  await when(() => heard.length === 1);
  await part.stop();
  expect(part.pid()).toBeUndefined();
});
