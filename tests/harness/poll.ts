import { setTimeout as pause } from 'node:timers/promises';

/** Asks again what another process does and nothing announces; a test's own time limit ends it. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    await pause(20);
  }
}

/** The same where the answer itself may fail for a while; says what did not come about. */
export async function untilAtLast<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  patienceMs = 240_000,
): Promise<T> {
  const end = performance.now() + patienceMs;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(`did not come about in ${patienceMs / 1000} s: ${what}`, { cause: last });
}
