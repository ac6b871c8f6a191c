import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CannotOpen, openVault } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'duxing-vault-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was sealed opens again, for the row it was sealed for and under the same key only', () => {
  const vault = openVault(folder);
  const sealed = vault.seal('密钥 s3cret', 'webhook/1');
  expect(sealed).not.toContain('s3cret');
  expect(openVault(folder).open(sealed, 'webhook/1')).toBe('密钥 s3cret');
  expect(() => vault.open(sealed, 'webhook/2')).toThrow(CannotOpen);
  expect(() => openVault(folder, 'ab'.repeat(32)).open(sealed, 'webhook/1')).toThrow(CannotOpen);
  expect(() => vault.open(`${sealed.slice(0, -2)}AA`, 'webhook/1')).toThrow(CannotOpen);
  expect(() => vault.open('in the clear', 'webhook/1')).toThrow(CannotOpen);
});

test('the same text is sealed differently each time and has one digest', () => {
  const vault = openVault(folder);
  expect(vault.seal('a', 'x')).not.toBe(vault.seal('a', 'x'));
  expect(vault.digest('a')).toBe(vault.digest('a'));
  expect(vault.digest('a')).not.toBe(vault.digest('b'));
});

test('the key of the first start is kept in a file that only its owner reads', () => {
  openVault(folder);
  expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
});
