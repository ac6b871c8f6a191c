import { heartbeat } from '@temporalio/activity';

/** Well within the heartbeat time-out of workflows/feeds.ts. */
const beatMs = 2_000;

/** Work that lasts: that its worker was killed is noticed soon, and another goes on. */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  const beats = setInterval(() => heartbeat(), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beats);
  }
}
