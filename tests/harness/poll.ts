import { setTimeout as pause } from 'node:timers/promises';

/** Asks again what another process does and nothing announces; a test's own time limit ends it. */
export async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await pause(20);
  }
}
