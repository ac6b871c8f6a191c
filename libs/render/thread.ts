import { Worker } from 'node:worker_threads';
import { allFamilies, installedChains, type FontChains } from './fonts.ts';

interface Options {
  workspace: string;
  fontDir: string;
  log: (line: string) => void;
  timeoutMs: number;
}
interface Job {
  kind: 'pdf' | 'svg';
  layout: string;
  inputs: Record<string, string>;
}
interface Answer {
  bytes?: Uint8Array;
  missing?: string[];
  svg?: string;
  error?: string;
  installed?: string[];
}
interface Waiting {
  job: Job;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** A fresh thread after so many papers, against slow growth of native memory. */
const papersPerThread = 1_000;
const file = new URL('./typst-thread.mjs', import.meta.url);

/** One Typst thread with a queue: replaced when it hangs, when it dies and now and then. */
export function createThread({ workspace, fontDir, log, timeoutMs }: Options) {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let ready = false;
  let papers = 0;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let known: FontChains | undefined;
  let chains = Promise.withResolvers<FontChains>();

  function start(): Worker {
    const started = new Worker(file, { workerData: { workspace, fontDir, families: allFamilies }, execArgv: [] });
    [ready, papers] = [false, 0];
    started.on('message', (answer: Answer) => started === worker && receive(answer));
    started.on('error', (error: Error) => started === worker && lose(error));
    started.on('exit', (code) => started === worker && lose(new Error(`the Typst thread ended with code ${code}`)));
    return started;
  }

  function receive(answer: Answer): void {
    if (answer.installed) {
      ready = true;
      if (!known) {
        known = installedChains(answer.installed);
        log(`Fonts of papers: ${Object.entries(known).map(([role, names]) => `${role} ${names[0] ?? '无'}`).join(', ')}`);
      }
      chains.resolve(known);
    } else {
      const settled = take();
      papers += 1;
      if (answer.error === undefined) settled?.resolve(answer);
      else settled?.reject(new Error(answer.error));
      if (papers >= papersPerThread) drop();
    }
    next();
  }

  function take(): Waiting | undefined {
    clearTimeout(timer);
    const taken = current;
    current = undefined;
    return taken;
  }

  /** Not awaited: a thread inside native code ends only when that returns. */
  function drop(): void {
    const dropped = worker;
    worker = undefined;
    dropped?.unref();
    void dropped?.terminate();
  }

  function lose(error: Error): void {
    drop();
    const taken = take();
    log(`The Typst thread is replaced: ${error.message}`);
    if (taken) taken.reject(error);
    else if (!known) {
      // It never came up: whoever waits is told, and the next paper tries again.
      chains.reject(error);
      chains.promise.catch(() => undefined);
      chains = Promise.withResolvers();
      for (const waiting of queue.splice(0)) waiting.reject(error);
    }
    next();
  }

  function next(): void {
    if (closed || current || (queue.length === 0 && (known || worker))) return;
    if (queue.length === 0) return;
    worker ??= start();
    if (!ready) return;
    current = queue.shift()!;
    timer = setTimeout(() => lose(new Error(`a paper took longer than ${timeoutMs} ms`)), timeoutMs);
    worker.postMessage(current.job);
  }

  worker = start();

  return {
    chains(): Promise<FontChains> {
      if (!closed) worker ??= start();
      return known ? Promise.resolve(known) : chains.promise;
    },
    run(job: Job): Promise<Answer> {
      if (closed) return Promise.reject(new Error('the renderer is closed'));
      return new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        next();
      });
    },
    async close(): Promise<void> {
      closed = true;
      const error = new Error('the renderer is closed');
      take()?.reject(error);
      for (const waiting of queue.splice(0)) waiting.reject(error);
      const last = worker;
      worker = undefined;
      await last?.terminate();
    },
  };
}
