import { getHeapStatistics } from 'node:v8';

const mb = 1024 * 1024;
/** The worker without any case. */
const ownMb = 600;
/** Measured 0.2; cases with dozens of todos take more. */
const perCaseMb = 0.4;

/**
 * How many cases are kept in memory between two acts. One that is not is played again from its history at its next act
 * or rung, at twice the work. The library's own default allows each some 1.7 MB, a fourth as many.
 */
export const cachedCases = (heapMb = getHeapStatistics().heap_size_limit / mb): number =>
  Math.max(200, Math.floor((heapMb - ownMb) / perCaseMb));
