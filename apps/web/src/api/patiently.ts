import { isPassing } from './problem.ts';

const pauseMs = 2_000;

/** Asks again while the server is away or busy. */
export async function patiently<T>(work: () => Promise<T>, tries = 3, onPause?: () => void): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    if (!isPassing(failure) || tries === 0) throw failure;
    onPause?.();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return patiently(work, tries - 1, onPause);
  }
}
