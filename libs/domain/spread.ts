import { plusMs, shanghaiTime, type Instant } from './day.ts';

/**
 * Ladders of thousands of cases come at the same minute of the morning, just when people begin to work: an act would
 * wait behind all of them. So they come one after the other, twenty a second, which leaves a third of two processors
 * free; with few cases nobody notices. After ten minutes it begins anew.
 */
const apartMs = 50;
const withinMs = 10 * 60_000;

/**
 * When a case that stands at this place of its register is woken for what comes at that moment. A legal expiry takes
 * effect at 00:00 sharp: nobody works then, so nobody waits.
 */
export const spread = (at: Instant, place: number): Instant =>
  shanghaiTime(at) === '00:00' ? at : plusMs(at, (place * apartMs) % withinMs);
