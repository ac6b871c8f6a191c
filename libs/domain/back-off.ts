const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Between attempts to reach somebody outside: from seconds to hours; product default. */
const waits = [5 * second, 20 * second, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour];

/** After so many failures in a row, at least one. */
export const backOffMs = (failures: number): number => waits[Math.min(failures, waits.length) - 1] ?? 0;
