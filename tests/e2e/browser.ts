import { spawnSync } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { demoPassword } from '#db/seed/demo-logins';
import { watch } from './witness.ts';

const programs = ['chromium', 'chromium-browser', 'google-chrome'];
export const officeScreen = { width: 1366, height: 768 };
export const phoneScreen = { width: 390, height: 844 };

export function openBrowser(): Promise<Browser> {
  const { stdout } = spawnSync('which', programs, { encoding: 'utf8' });
  const [executablePath] = stdout.split('\n');
  if (!executablePath) throw new Error(`none of ${programs.join(', ')} is on PATH`);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath, args });
}

/** A browser of his own, at the log-in page. */
export async function atTheDoor(browser: Browser, address: string, viewport = officeScreen): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'zh-CN', viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page);
  await page.goto('/');
  await page.getByLabel('登录名').waitFor();
  return page;
}

/** Somebody who has signed in as people do and looks at his desk. */
export async function enter(
  browser: Browser,
  address: string,
  login: string,
  viewport = officeScreen,
): Promise<Page> {
  const page = await atTheDoor(browser, address, viewport);
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
  return page;
}
