import { expect, test } from '@jest/globals';
import { answers, freePorts } from './ports.ts';

test('inner ports are none that outgoing connections are given, and no two are alike', async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) expect(port).toBeLessThan(32_768);
  for (const port of ports) expect(await answers(port)).toBe(false);
});
