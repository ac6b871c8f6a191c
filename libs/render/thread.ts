import { Worker } from 'node:worker_threads';
import { fontRoles, type FontChains } from './fonts.ts';

interface Options {
  workspace: string;
  fontDir: string;
  log: (line: string) => void;
  timeoutMs: number;
  /** Until a thread is ready: it reads all fonts. */
  startMs?: number;
  /** The thread's program; another one only to see how a failing one is borne. */
  file?: URL;
}
type Job =
  | {
      kind: 'pdf' | 'svg' | 'turns';
      layout: string;
      /** The paper as JSON. */
      data: string;
      /** No other family fills the gaps of the first one. */
      firstOnly?: boolean;
    }
  | { kind: 'fonts' };
interface Answer {
  bytes?: Uint8Array;
  pages?: number;
  turns?: number;
  missing?: string[];
  svg?: string;
  error?: string;
  /** Of the job `fonts`. */
  chains?: FontChains;
  /** The first message of a thread: it is ready. */
  fonts?: FontChains;
}
interface Waiting {
  job: Job;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** A fresh thread after so many papers, should native memory grow after all; for a moment there are two of them, at 90 MB each. */
const papersPerThread = 10_000;
const program = new URL('./typst-thread.mjs', import.meta.url);

/** One Typst thread with a queue: replaced when it hangs, when it dies and now and then. */
export function createThread(options: Options) {
  const { workspace, fontDir, log, timeoutMs, startMs = 60_000, file = program } = options;
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let ready = false;
  let papers = 0;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let announced = false;
  const ending = new Set<Promise<unknown>>();

  function start(): Worker {
    // Without execArgv the thread would inherit the TypeScript loader, which it doesn't need.
    const started = new Worker(file, {
      workerData: { workspace, fontDir, roles: fontRoles },
      execArgv: [],
    });
    [ready, papers] = [false, 0];
    clearTimeout(timer);
    timer = setTimeout(
      () => lose(new Error(`the Typst thread took longer than ${startMs} ms to start`)),
      startMs,
    );
    // Nobody may be waiting for it.
    timer.unref();
    started.on('message', (answer: Answer) => started === worker && receive(answer));
    started.on('error', (error: Error) => started === worker && lose(error));
    started.on(
      'exit',
      (code) => started === worker && lose(new Error(`the Typst thread ended with code ${code}`)),
    );
    return started;
  }

  function receive(answer: Answer): void {
    if (answer.fonts) {
      ready = true;
      clearTimeout(timer);
      announce(answer.fonts);
    } else {
      const settled = take();
      papers += 1;
      if (answer.error === undefined) settled?.resolve(answer);
      else settled?.reject(new Error(answer.error));
      if (papers >= papersPerThread) drop();
    }
    next();
  }

  function announce(fonts: FontChains): void {
    if (announced) return;
    announced = true;
    const roles = Object.entries(fonts).map(([role, families]) => `${role} ${families[0] ?? '（缺）'}`);
    log(`文书字体：${roles.join('，')}`);
  }

  function take(): Waiting | undefined {
    clearTimeout(timer);
    const taken = current;
    current = undefined;
    return taken;
  }

  /** Not awaited: a thread inside native code ends only when that returns. */
  function drop(): void {
    clearTimeout(timer);
    const ended = worker?.terminate().finally(() => ending.delete(ended!));
    if (ended) ending.add(ended);
    worker = undefined;
  }

  function lose(error: Error): void {
    // A thread that never came up would fail for the next paper too: whoever waits is told.
    const failed = ready ? [take()] : queue.splice(0);
    drop();
    log(`The Typst thread is replaced: ${error.message}`);
    for (const waiting of failed) waiting?.reject(error);
    next();
  }

  function next(): void {
    if (closed || current || queue.length === 0) return;
    worker ??= start();
    if (!ready) return;
    current = queue.shift()!;
    timer = setTimeout(() => lose(new Error(`a paper took longer than ${timeoutMs} ms`)), timeoutMs);
    worker.postMessage(current.job);
  }

  worker = start();

  return {
    run(job: Job): Promise<Answer> {
      if (closed) return Promise.reject(new Error('the renderer is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next();
      });
    },
    async close(): Promise<void> {
      closed = true;
      drop();
      const error = new Error('the renderer is closed');
      for (const waiting of [take(), ...queue.splice(0)]) waiting?.reject(error);
      await Promise.all(ending);
    },
  };
}
