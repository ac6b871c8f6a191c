import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { testClock } from './clock.ts';
import { loadConfig, loadStartConfig } from './config.ts';
import { readSealFiles } from './seal-files.ts';

test('an empty environment gives the defaults', () => {
  const config = loadStartConfig({});
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    taskQueue: 'duxing',
    temporalUi: true,
    demo: true,
  });
});

test('an invalid value is named with what would be right', () => {
  expect(() => loadStartConfig({ PORT: '80a' })).toThrow(/PORT（现为 80a）.*1 到 65535.*whole number/);
});

test.each([
  ...['NODE_ENV', 'PORT', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'TEMPORAL_TASK_QUEUE'],
  ...['TEMPORAL_UI', 'WORKER_COUNT', 'MAX_UPLOAD_MB', 'SESSION_HOURS', 'LOG_LEVEL', 'DEMO', 'CLOCK'],
  ...['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'],
])('a wrong %s is answered in Chinese', (variable) => {
  expect(() => loadStartConfig({ [variable]: '?' })).toThrow(/^环境变量 \w+(（现为 \?）)?不正确：应[^\n]+$/);
});

test('a wrong DATABASE_URL is named but its password is not shown', () => {
  expect(() => loadStartConfig({ DATABASE_URL: 'mysql://u:geheim@h/d' })).toThrow(/DATABASE_URL不正确/);
  expect(() => loadStartConfig({ DATABASE_URL: 'mysql://u:geheim@h/d' })).not.toThrow(/geheim/);
});

test('mail is off without a server, needs a sender with one, and its password is never shown', () => {
  expect(loadStartConfig({}).mail).toBeUndefined();
  expect(() => loadStartConfig({ SMTP_URL: 'smtp://127.0.0.1:25' })).toThrow(/MAIL_FROM/);
  expect(() => loadStartConfig({ SMTP_URL: 'http://u:geheim@h' })).toThrow(/SMTP_URL不正确/);
  expect(() => loadStartConfig({ SMTP_URL: 'http://u:geheim@h' })).not.toThrow(/geheim/);
  const given = { SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: '督行 <duxing@wjw.example>' };
  expect(loadStartConfig(given)).toMatchObject({
    mail: { smtpUrl: given.SMTP_URL, from: given.MAIL_FROM },
    publicUrl: 'http://127.0.0.1:8080',
  });
});

test('a seal needs its password, given or in a file; neither is shown, and a file that cannot be read is named', () => {
  expect(loadStartConfig({}).seal).toBeUndefined();
  const pfx = { SEAL_PFX: '/srv/seal.pfx' };
  expect(() => loadStartConfig(pfx)).toThrow(/SEAL_PASSWORD/);
  expect(() => loadStartConfig({ ...pfx, SEAL_PASSWORD: 'geheim', SEAL_PASSWORD_FILE: '/x' })).toThrow(
    /其中一个/,
  );
  expect(loadStartConfig({ ...pfx, SEAL_PASSWORD: 'geheim' }).seal).toEqual({
    pfx: '/srv/seal.pfx',
    password: 'geheim',
  });
  const folder = mkdtempSync(join(tmpdir(), 'duxing-seal-'));
  const [file, passwordFile] = [join(folder, 'seal.pfx'), join(folder, 'password')];
  writeFileSync(passwordFile, 'geheim\n');
  expect(() => readSealFiles({ pfx: file, password: undefined, passwordFile })).toThrow(
    /SEAL_PFX 指定的文件读不了/,
  );
  writeFileSync(file, 'pfx');
  const read = readSealFiles({ pfx: file, password: undefined, passwordFile });
  rmSync(folder, { recursive: true });
  expect([read.pfx.toString(), read.password]).toEqual(['pfx', 'geheim']);
});

test('papers name the page of checks only where an address is given', () => {
  expect(loadStartConfig({}).checkAddress).toBeUndefined();
  expect(loadStartConfig({ PUBLIC_URL: 'https://dx.example/' }).checkAddress).toBe(
    'https://dx.example/check',
  );
});

test('every wrong value is named at once', () => {
  expect(() => loadStartConfig({ PORT: '0', WORKER_COUNT: 'x' })).toThrow(/PORT[^]*WORKER_COUNT/);
});

test('production has no demo data, no Temporal pages and no other clock', () => {
  expect(loadStartConfig({ NODE_ENV: 'production' })).toMatchObject({ demo: false, temporalUi: false });
  expect(() => loadStartConfig({ NODE_ENV: 'production', DEMO: 'on' })).toThrow(/DEMO/);
  expect(() => loadStartConfig({ NODE_ENV: 'production', CLOCK: '2026-03-02T01:00:00Z' })).toThrow(/CLOCK/);
});

test('the API and the worker do not start without their servers', () => {
  expect(() => loadConfig({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/duxing' })).toThrow(
    /TEMPORAL_ADDRESS/,
  );
});

test('the day turns at midnight in Shanghai, not in London', () => {
  const clock = testClock('2026-03-01T15:59:59.999Z');
  expect(clock.today()).toBe('2026-03-01');
  clock.set('2026-03-01T16:00:00.000Z');
  expect(clock.today()).toBe('2026-03-02');
});
