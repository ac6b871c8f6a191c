import { expect, test } from '@jest/globals';
import { backOff } from './back-off.ts';

const killedAtWork = { cameUp: true, killed: true, livedMs: 3_000 };
const killedWhileStarting = { cameUp: false, killed: true, livedMs: 300 };
const fails = { cameUp: false, killed: false, livedMs: 300 };
const failsSoon = { cameUp: true, killed: false, livedMs: 5_000 };
const endsAfterHours = { cameUp: true, killed: false, livedMs: 9_000_000 };

test('a part killed at work is back after half a second, however often it is killed', () => {
  const wait = backOff();
  expect([killedAtWork, killedAtWork, killedAtWork, killedAtWork].map(wait)).toEqual([500, 500, 500, 500]);
});

test('what does not come up, or ends by itself soon after, waits twice as long each time, at most 15 s', () => {
  const wait = backOff();
  expect([fails, fails, killedWhileStarting, failsSoon, fails, fails, fails].map(wait)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
  ]);
});

test('once a part has been at work the wait is short again', () => {
  const wait = backOff();
  [fails, fails, fails].forEach(wait);
  expect(wait(endsAfterHours)).toBe(500);
  [fails, fails, fails].forEach(wait);
  expect(wait(killedAtWork)).toBe(500);
});

test('what is killed while it starts waits at most four seconds', () => {
  const wait = backOff();
  const again = Array.from({ length: 6 }, () => wait(killedWhileStarting));
  expect(again).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000]);
});
