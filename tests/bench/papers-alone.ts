import { once } from 'node:events';
import type { NoticeDocument } from '#domain/notice';
import { startProcess } from '#tests/harness/process';

export interface AloneTask {
  document: NoticeDocument;
  papers: number;
}

export interface Alone {
  /** From a process without a typesetter to the first page, and the same page once more. */
  firstPreviewMs: number;
  previewMs: number;
  seconds: number;
  /** Of each paper, one after the other, sorted. */
  ms: number[];
  peakMb: number;
  cpuSeconds: number;
}

/** Papers set one after the other in a process that does nothing else. */
export async function setAlone(task: AloneTask): Promise<Alone> {
  const setter = await startProcess('tests/bench/papers-setter.ts', 'ready', {});
  try {
    const told = once(setter.child, 'message');
    setter.child.send(task);
    const [answer] = (await told) as [Alone];
    return answer;
  } finally {
    await setter.stop();
  }
}
