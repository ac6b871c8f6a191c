import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workspace } from './renderer.ts';

const layouts = readdirSync(workspace).map((file) => readFileSync(join(workspace, file), 'utf8'));
const repeated = new Set(
  layouts.flatMap((source) =>
    [...source.matchAll(/\b(?:header|footer|foreground|background): ([a-z-]+)/gu)].map(([, name]) => name),
  ),
);
/** What is worked out page by page; what stands from the first is content already. */
const contextOf = (name: string | undefined) =>
  layouts.flatMap((source) => new RegExp(`^#let ${name} = context [^]*?^\\}`, 'mu').exec(source)?.[0] ?? []);

test('what a page repeats names nothing of the paper itself, so that what was set for one paper serves for the next', () => {
  const read = [...repeated].flatMap(contextOf);
  expect(read.length).toBeGreaterThanOrEqual(4);
  for (const source of read) expect(source).not.toMatch(/\b(?:frame|data)\b/u);
});
