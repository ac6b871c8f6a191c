import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { digestOf } from './digest-of.ts';

test('the digest of a file is the one that the server keeps, however many pieces it is read in', async () => {
  const bytes = Buffer.alloc(300_001, '文书');
  const wanted = createHash('sha256').update(bytes).digest('hex');
  expect(await digestOf(new Blob([bytes]))).toBe(wanted);
  expect(await digestOf(new Blob([]))).toBe(createHash('sha256').digest('hex'));
});
