const shortestMs = 500;
const longestMs = 15_000;
/** Killed while it starts: no fault of its own, but memory may be short. */
const longestKilledMs = 4_000;
const steadyMs = 60_000;

export interface End {
  /** It was at work before it ended. */
  cameUp: boolean;
  /** By a signal, not by itself. */
  killed: boolean;
  livedMs: number;
}

/**
 * How long a part waits before it is started again. Only what does not come up, or ends by itself soon after, waits
 * longer each time: what was killed at work is not at fault, however often it happens.
 */
export function backOff(): (end: End) => number {
  let nextMs = shortestMs;
  return ({ cameUp, killed, livedMs }) => {
    const atWork = cameUp && (killed || livedMs > steadyMs);
    const pauseMs = atWork ? shortestMs : Math.min(nextMs, killed ? longestKilledMs : longestMs);
    nextMs = Math.min(pauseMs * 2, longestMs);
    return pauseMs;
  };
}
