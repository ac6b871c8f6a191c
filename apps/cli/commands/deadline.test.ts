import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#config/config';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The command as an operator calls it, where neither database nor servers are. */
function duxing(...args: string[]) {
  const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: '/nowhere' };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/duxing.mjs', 'deadline', ...args],
    { cwd: root, env: childEnvironment({ ...nowhere, NODE_OPTIONS: '' }), encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const asJson = (start: string, length: string, ...more: string[]) => {
  const { status, stdout, stderr } = duxing('--start', start, '--length', length, ...more, '--json');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, unknown>;
};

test('it prints exactly one JSON object with the due day and how it was derived', () => {
  expect(asJson('2026-09-18', '5WD')).toMatchObject({
    due: '2026-09-24',
    provisional: false,
    derivation: [
      { kind: 'start', from: '2026-09-18' },
      { kind: 'weekend', from: '2026-09-19' },
      { kind: 'makeup', from: '2026-09-20' },
      { kind: 'counted', from: '2026-09-21', to: '2026-09-24' },
    ],
  });
});

test.each([
  ['2026-11-02', '15CD', '2026-11-17'],
  ['2026-01-15', '6MO', '2026-07-15'],
  ['2026-10-12', '-7WD', '2026-09-23'],
  ['2026-05-02', 'quarter-end', '2026-06-30'],
  ['2026-09-30T10:20', '24H', '2026-10-01'],
])('from %s, %s is due on %s', (start, length, due) => expect(asJson(start, length).due).toBe(due));

test('suspensions may be repeated; where they overlap they count once', () => {
  const twice = ['--suspend', '2026-10-09..2026-10-20', '--suspend', '2026-10-15..2026-10-22'];
  expect(asJson('2026-09-28', '10WD', ...twice)).toMatchObject({
    due: '2026-11-02',
    originalDue: '2026-10-16',
  });
});

test('a due day in a year that is not published is provisional', () => {
  expect(asJson('2026-12-25', '5WD')).toMatchObject({ due: '2027-01-01', provisional: true });
});

test('without --json a clerk can read it out', () => {
  const { status, stdout } = duxing('--start', '2026-09-18', '--length', '5WD');
  expect(status).toBe(0);
  expect(stdout).toContain('9月20日（周日）为调休上班日，计入；至9月24日（周四）届满。');
});

test.each([
  [['--start', '2026-09-18', '--length', '5wd'], '期限长度“5wd”不能识别'],
  [['--start', '2026-02-30', '--length', '5WD'], '起算日“2026-02-30”不是有效日期'],
  [['--start', '2019-12-31', '--length', '5WD'], '早于工作日历的第一天'],
  [['--start', '2026-09-18', '--length', '5WD', '--suspend', '2026-10-20..2026-10-09'], '结束日早于开始日'],
  [
    ['--start', '2026-09-18', '--length', 'quarter-end', '--suspend', '2026-09-19..2026-09-20'],
    '季度末是固定的日期',
  ],
  [['--start', '9999-12-30', '--length', '5WD'], '超出可以计算的范围'],
  [['--length', '5WD'], '没有写明起算日'],
])('%j ends with 2 and a sentence, with --json as one object, and prints nothing else', (args, sentence) => {
  const plain = duxing(...args);
  expect([plain.status, plain.stdout]).toEqual([2, '']);
  expect(plain.stderr).toContain(sentence);
  const json = duxing(...args, '--json');
  expect([json.status, json.stdout]).toEqual([2, '']);
  expect(JSON.parse(json.stderr)).toEqual({ ok: false, error: expect.stringContaining(sentence) });
});
