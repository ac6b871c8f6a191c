import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { StoreFull, TooLarge, createFolderStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'duxing-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = createFolderStore(folder);
const plenty = { maxBytes: 1_000_000 };
const sha = (content: string): string => createHash('sha256').update(content).digest('hex');
const incoming = (): string[] => readdirSync(join(folder, 'incoming'));
const kept = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/u.test(name));

test('content is found by its hash, the same content once', async () => {
  const first = await store.put(Readable.from(['督', '行'].map((part) => Buffer.from(part))), plenty);
  expect(first).toEqual({ sha256: sha('督行'), size: 6 });
  await store.put(Readable.from([Buffer.from('督行')]), plenty);
  expect(kept()).toHaveLength(1);
  expect(await store.exists(first.sha256)).toBe(true);
  expect(await text(store.open(first.sha256))).toBe('督行');
  expect(await text(store.open(first.sha256, { start: 3, end: 5 }))).toBe('行');
  await store.remove(first.sha256);
  expect(await store.exists(first.sha256)).toBe(false);
  expect(incoming()).toEqual([]);
});

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}

test('more than allowed is stopped and leaves nothing', async () => {
  await expect(store.put(Readable.from(endless()), plenty)).rejects.toThrow(TooLarge);
  expect([...incoming(), ...kept()]).toEqual([]);
});

test('exactly what is allowed is kept', async () => {
  const { sha256 } = await store.put(Readable.from([Buffer.alloc(10)]), { maxBytes: 10 });
  await store.remove(sha256);
});

async function* broken(error: Error): AsyncGenerator<Buffer> {
  yield Buffer.alloc(1000);
  throw error;
}

test('an upload that breaks off leaves nothing', async () => {
  await expect(store.put(Readable.from(broken(new Error('aborted'))), plenty)).rejects.toThrow('aborted');
  const gone = new Readable({ read: () => undefined });
  const waiting = store.put(gone, plenty);
  gone.push(Buffer.alloc(10));
  gone.destroy();
  await expect(waiting).rejects.toThrow();
  expect([...incoming(), ...kept()]).toEqual([]);
});

test('a full disk is named and leaves nothing', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  await expect(store.put(Readable.from(broken(full)), plenty)).rejects.toThrow(StoreFull);
  expect(incoming()).toEqual([]);
});

test('what was staged and dropped is not there', async () => {
  const staged = await store.stage(Readable.from([Buffer.from('x')]), plenty);
  await staged.drop();
  expect(await store.exists(staged.sha256)).toBe(false);
});

async function listed(before: string): Promise<string[]> {
  const found: string[] = [];
  for await (const sha256 of store.hashesBefore(before)) found.push(sha256);
  return found;
}

test('content is listed by the moment when it was put', async () => {
  const { sha256 } = await store.put(Readable.from([Buffer.from('z')]), plenty);
  expect(await listed('2000-01-01T00:00:00.000Z')).toEqual([]);
  expect(await listed('2999-01-01T00:00:00.000Z')).toEqual([sha256]);
  await store.remove(sha256);
});

test('what a dead process left behind goes, what is arriving stays', async () => {
  const staged = await store.stage(Readable.from([Buffer.from('y')]), plenty);
  expect(await store.dropStale('2000-01-01T00:00:00.000Z')).toBe(0);
  expect(await store.dropStale('2999-01-01T00:00:00.000Z')).toBe(1);
  await expect(staged.keep()).rejects.toThrow();
});

test.each(['../../etc/passwd', '', 'A'.repeat(64)])('%j is no hash and no path', async (hash) => {
  expect(() => store.open(hash)).toThrow('not a SHA-256');
  await expect(async () => store.exists(hash)).rejects.toThrow('not a SHA-256');
});
