import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FontCheck, FontGaps, FontsView } from '#contracts/font';
import type { Problem } from '#contracts/problem';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

let api: RunningApi;
let admin: Browser;
beforeAll(async () => {
  api = await runningApi();
  admin = await api.as('sysadmin1');
}, 120_000);
afterAll(() => api.stop());

const check = (text: string) => admin.send<FontCheck & Problem>('POST', '/api/fonts/checks', { text });

test('an administrator is told which family serves which part of a paper, and which office fonts would go before it', async () => {
  const { roles } = (await admin.get<FontsView>('/api/fonts')).body;
  expect(roles.map(({ role }) => role)).toEqual(['小标宋', '黑体', '楷体', '仿宋', '西文']);
  for (const { family, office, substitutes, wanted } of roles) {
    expect(family).toEqual(expect.any(String));
    expect(substitutes).not.toContain(family);
    expect(wanted.length > 0 || office).toBe(true);
  }
});

test('a name is tried by what sets the papers: what no font has is named, in each font of a paper', async () => {
  const good = (await check('王建国，马䶮')).body.roles;
  expect(good.map(({ role, missing }) => [role, missing])).toEqual(
    ['小标宋', '黑体', '楷体', '仿宋'].map((role) => [role, []]),
  );
  const bad = (await check('张\u{2fffd}明')).body.roles;
  expect(bad.map(({ missing }) => missing)).toEqual(bad.map(() => ['\u{2fffd}']));
  // Common characters are in the first family of each.
  expect((await check('北京市')).body.roles.flatMap(({ substituted }) => substituted)).toEqual([]);
});

test('too much, nothing, and text that would be markup elsewhere are answered, not set', async () => {
  expect((await check('  ')).body.detail).toMatch(/请填写/u);
  expect((await check('字'.repeat(201))).body.detail).toMatch(/最多试200个字/u);
  expect((await check('#read("/etc/passwd") <script>')).status).toBe(200);
});

test('what is missing is counted by how common it is', async () => {
  const { roles } = (await admin.get<FontGaps>('/api/fonts/gaps')).body;
  for (const { sets } of roles) {
    const [common, ...others] = sets;
    expect([common?.all, common?.missing]).toEqual([6763, 0]);
    for (const { all, missing, examples } of others) {
      expect(missing).toBeLessThanOrEqual(all);
      expect(examples.length).toBe(Math.min(missing, 40));
    }
  }
}, 120_000);

test('nobody else is told what is installed on the server', async () => {
  for (const login of ['secadmin1', 'inspector1', 'youyi.liaison'])
    expect([login, (await (await api.as(login)).get('/api/fonts')).status]).toEqual([login, 403]);
});
