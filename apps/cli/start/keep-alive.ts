import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';
import { openLog } from './log-file.ts';
import type { Part } from './part.ts';
import { signal } from './process-table.ts';

export interface Kept {
  part: Part;
  pid(): number | undefined;
  /** Resolves when the part is ready; what ends before that is an error, later it is started again. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Watcher {
  changed(): void;
  say(line: string): void;
}

const longestPauseMs = 15_000;
const stopPatienceMs = 20_000;

export function keepAlive(part: Part, logs: string, watcher: Watcher): Kept {
  const log = openLog(logs, part.name);
  let child: ChildProcess | undefined;
  let wanted = false;
  let wasReady = false;
  let announced = false;
  let pauseMs = 500;
  let again: NodeJS.Timeout | undefined;

  function launch(): void {
    const [program = '', ...args] = part.command;
    const started = performance.now();
    const launched = spawn(program, args, {
      ...part.identity,
      ...(part.environment ? { env: part.environment } : {}),
      // A group of its own: Ctrl-C on the terminal reaches the supervisor only, which stops things in order.
      detached: true,
      stdio: [
        'ignore',
        part.shown ? 'pipe' : log.descriptor,
        part.shown ? 'pipe' : log.descriptor,
        ...(part.endsWithParent ? (['ipc'] as const) : []),
      ],
    });
    child = launched;
    announced = false;
    launched.on('message', (message) => (announced ||= message === 'ready'));
    if (part.shown) log.follow(launched, part.shown);
    launched.once('error', (error) => log.write(error.message));
    launched.once('close', (code, by) => {
      if (child !== launched) return;
      child = undefined;
      watcher.changed();
      if (!wanted || !wasReady) return;
      if (performance.now() - started > 60_000) pauseMs = 500;
      watcher.say(`${part.name} 意外停止（${by ?? code ?? '未启动'}），${pauseMs / 1000} 秒后重新启动。`);
      again = setTimeout(launch, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
    watcher.changed();
  }

  async function start(): Promise<void> {
    wanted = true;
    log.mark();
    launch();
    const until = performance.now() + part.readyWithinMs;
    while (wanted && performance.now() < until) {
      if (child?.pid === undefined) break;
      if (await part.ready(child.pid, announced)) {
        wasReady = true;
        return;
      }
      await pause(40);
    }
    if (!wanted) return;
    const late = child !== undefined;
    throw new OperatorError(
      `${part.name} ${late ? '未能按时就绪' : '启动后即退出'}，日志见 ${log.path}：\n${log.sinceMark()}`,
      `${part.name} ${late ? 'did not become ready' : 'ended at once'}; its log is ${log.path}.`,
    );
  }

  async function stop(): Promise<void> {
    wanted = false;
    clearTimeout(again);
    const stopping = child;
    if (!stopping?.pid) return;
    const closed = once(stopping, 'close');
    signal(stopping.pid, part.stopSignal);
    const force = setTimeout(() => signal(stopping.pid ?? 0, 'SIGKILL'), stopPatienceMs);
    await closed;
    clearTimeout(force);
  }

  return { part, pid: () => child?.pid, start, stop, restart: () => stop().then(start) };
}
