import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const answerWithinMs = 15_000;
const wholeWithinMs = 10 * 60_000;

/** False where there is no internet: the caller has another way. */
export async function download(source: string, target: string, signal: AbortSignal): Promise<boolean> {
  const abort = new AbortController();
  let patience = setTimeout(() => abort.abort(), answerWithinMs);
  try {
    const response = await fetch(source, { signal: AbortSignal.any([signal, abort.signal]) });
    if (!response.ok || !response.body) return false;
    clearTimeout(patience);
    patience = setTimeout(() => abort.abort(), wholeWithinMs);
    await pipeline(response.body, createWriteStream(target));
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(patience);
  }
}
