import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '#config/config';
import { OperatorError } from '../operator-error.ts';
import { backOff } from './back-off.ts';
import { openLog } from './log-file.ts';
import type { Part } from './part.ts';
import { signal } from './process-table.ts';

export interface Kept {
  part: Part;
  pid(): number | undefined;
  /** Resolves when the part is ready; what ends by itself before that is an error, later it is started again. */
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface Watcher {
  changed(): void;
  say(line: string): void;
}

/** One process of the part, from its start to its end. */
interface Run {
  child: ChildProcess;
  startedAt: number;
  announced: boolean;
  ready: boolean;
}

const stopPatienceMs = 20_000;

export function keepAlive(part: Part, logs: string, watcher: Watcher): Kept {
  const log = openLog(logs, part.name);
  const pauseAfter = backOff();
  let run: Run | undefined;
  let wanted = false;
  let starting = false;
  let wasReady = false;
  let broken = false;
  let again: NodeJS.Timeout | undefined;

  function launch(): void {
    const [program = '', ...args] = part.command;
    const added = part.prepare?.();
    const environment = part.environment ?? (added ? childEnvironment({}) : undefined);
    log.mark();
    const child = spawn(program, args, {
      ...part.identity,
      ...(environment ? { env: { ...environment, ...added } } : {}),
      // A group of its own: Ctrl-C on the terminal reaches the supervisor only, which stops things in order.
      detached: true,
      stdio: [
        'ignore',
        part.shown ? 'pipe' : log.descriptor,
        part.shown ? 'pipe' : log.descriptor,
        ...(part.endsWithParent ? (['ipc'] as const) : []),
      ],
    });
    const launched: Run = { child, startedAt: performance.now(), announced: false, ready: false };
    run = launched;
    child.on('message', (message) => (launched.announced ||= message === 'ready'));
    if (part.shown) log.follow(child, part.shown);
    child.once('error', (error) => log.write(error.message));
    child.once('close', (code, by) => {
      if (run === launched) ended(launched, code, by);
    });
    watcher.changed();
    void untilReady(launched);
  }

  async function untilReady(launched: Run): Promise<void> {
    const { pid } = launched.child;
    while (pid !== undefined && run === launched && !launched.ready) {
      launched.ready = await part.ready(pid, launched.announced);
      await pause(wasReady ? 250 : 40);
    }
  }

  function ended({ startedAt, announced, ready }: Run, code: number | null, by: string | null): void {
    run = undefined;
    watcher.changed();
    if (!wanted) return;
    // A kill from outside, or something that is just ending itself, says nothing against a first start.
    const excused = by === 'SIGKILL' || part.inTheWay?.test(log.sinceMark());
    if (starting && !excused) broken = true;
    if (broken && !wasReady) return;
    const livedMs = performance.now() - startedAt;
    const pauseMs = pauseAfter({ cameUp: announced || ready, killed: by !== null, livedMs });
    watcher.say(`${part.name} 意外停止（${by ?? code ?? '未启动'}），${pauseMs / 1000} 秒后重新启动。`);
    again = setTimeout(launch, pauseMs);
  }

  async function start(): Promise<void> {
    [wanted, starting, broken] = [true, true, false];
    launch();
    const until = performance.now() + part.readyWithinMs;
    while (wanted && !broken && !run?.ready && performance.now() < until) await pause(20);
    starting = false;
    if (!wanted) return;
    if (run?.ready) {
      wasReady = true;
      return;
    }
    throw new OperatorError(
      `${part.name} ${broken ? '启动后即退出' : '未能按时就绪'}，日志见 ${log.path}：\n${log.sinceMark()}`,
      `${part.name} ${broken ? 'ended at once' : 'did not become ready'}; its log is ${log.path}.`,
    );
  }

  async function stop(): Promise<void> {
    wanted = false;
    clearTimeout(again);
    const child = run?.child;
    if (!child?.pid) return;
    const { pid } = child;
    const closed = once(child, 'close');
    signal(pid, part.stopSignal);
    const force = setTimeout(() => signal(pid, 'SIGKILL'), stopPatienceMs);
    await closed;
    clearTimeout(force);
  }

  return { part, pid: () => run?.child.pid, start, stop, restart: () => stop().then(start) };
}
