import { Worker } from 'node:worker_threads';
import { ProblemError } from '#contracts/problem';
import type { Rehearsed } from '#domain/rehearsal/rehearsed';
import type { Rehearsing } from '#domain/rehearse';

const program = new URL('./rehearsal-thread.ts', import.meta.url);
const longestMs = 60_000;
const mostMegabytes = 512;
/** Each takes a core for seconds; who comes after these is told to wait rather than left waiting. */
const mostWaiting = 4;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** One rehearsal after the other, each in a thread of its own. */
export function inThread(rehearsing: Rehearsing): Promise<Rehearsed> {
  if (waiting >= mostWaiting)
    return Promise.reject(new ProblemError(429, 'busy', '同时预演的人较多，请过一分钟再试。'));
  waiting += 1;
  const next = last.then(() => run(rehearsing)).finally(() => (waiting -= 1));
  last = next.catch(() => undefined);
  return next;
}

function run(rehearsing: Rehearsing): Promise<Rehearsed> {
  // Node strips the types of these few files by itself; the parent's loader isn't needed.
  const thread = new Worker(program, {
    workerData: rehearsing,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  return new Promise<Rehearsed>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLong()), longestMs);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the thread of a rehearsal ended without a result'));
    });
  }).finally(() => void thread.terminate());
}

const tooLong = (): ProblemError =>
  new ProblemError(422, 'too-large', '预演超过一分钟还没有算完，已经停止。请减少结对数或者缩短期限后再试。');
