import { AsyncLocalStorage } from 'node:async_hooks';

type Work = () => void | Promise<void>;

const waiting = new AsyncLocalStorage<Work[]>();

/**
 * Does what others must find the rows for (waking a workflow): at once, or, inside a transaction of `Once`, after its
 * commit.
 */
export async function whenItStands(work: Work): Promise<void> {
  const list = waiting.getStore();
  if (list) list.push(work);
  else await work();
}

/** Runs `transaction`, then what was put off in it. */
export async function puttingOff<T>(transaction: () => Promise<T>): Promise<T> {
  const list: Work[] = [];
  const result = await waiting.run(list, transaction);
  for (const work of list) await work();
  return result;
}
