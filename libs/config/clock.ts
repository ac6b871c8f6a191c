import type { Day, Instant } from '#domain/day';

/** The only source of the present outside workflows, where Temporal's own clock is the present. */
export interface Clock {
  now(): Instant;
  /** The calendar day in Asia/Shanghai. */
  today(): Day;
}

/** Asia/Shanghai has had no summer time since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000;

function clockOf(nowMs: () => number): Clock {
  return {
    now: () => new Date(nowMs()).toISOString(),
    today: () => new Date(nowMs() + shanghaiOffsetMs).toISOString().slice(0, 10),
  };
}

export const systemClock: Clock = clockOf(() => Date.now());

/** Runs on from the given moment at the usual pace (CLOCK in the environment). */
export function clockFrom(start: Instant): Clock {
  const offsetMs = Date.parse(start) - Date.now();
  return clockOf(() => Date.now() + offsetMs);
}

export interface TestClock extends Clock {
  set(instant: Instant): void;
  advanceHours(hours: number): void;
}

/** Stands still until the test moves it. */
export function testClock(start: Instant): TestClock {
  let nowMs = Date.parse(start);
  return {
    ...clockOf(() => nowMs),
    set: (instant) => void (nowMs = Date.parse(instant)),
    advanceHours: (hours) => void (nowMs += hours * 3_600_000),
  };
}
