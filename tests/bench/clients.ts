export interface Took {
  seconds: number;
  /** Of each piece of work, sorted. */
  ms: number[];
}

/** So many clients take the pieces one after the other, each when it has done the one before. */
export async function byClients<T>(
  clients: number,
  pieces: readonly T[],
  work: (piece: T) => Promise<void>,
): Promise<Took> {
  const queue = pieces.values();
  const ms: number[] = [];
  const start = performance.now();
  const client = async () => {
    for (const piece of queue) {
      const begun = performance.now();
      await work(piece);
      ms.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  return { seconds, ms: ms.sort((one, other) => one - other) };
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
