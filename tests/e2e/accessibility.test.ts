import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CasePage } from '#contracts/case';
import { demoPassword } from '#db/seed/demo-logins';
import { signIn } from '#tests/harness/browser';
import { startSystem, type System } from '#tests/harness/system';
import { barriers, overhang } from './axe.ts';
import { atTheDoor, enter, openBrowser, phoneScreen } from './browser.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

let system: System;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
}, 60_000);

/** Goes to the address and waits until nothing is being read any more. */
async function open(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await settled(page);
  return page;
}

async function found(by: string, query: string): Promise<string> {
  const person = await signIn(system.address, by, demoPassword);
  const { items } = await person.get<CasePage>(`/api/cases?${query}`);
  const [first] = items;
  if (!first) throw new Error(`no case: ${query}`);
  return first.id;
}

browserTest(
  'nobody is kept out of the log-in page',
  async () => {
    const page = await atTheDoor(browser, system.address);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

const pagesOf: [login: string, title: string, addresses: string[]][] = [
  ['inspector1', '经办人', ['/', '/cases', '/campaigns', '/campaigns/new', '/messages']],
  ['leader1', '分管领导', ['/']],
  ['youyi.liaison', '医院联络员', ['/']],
  ['sysadmin1', '系统管理员', ['/orgs', '/people']],
  ['secadmin1', '安全管理员', ['/permissions']],
  ['auditor1', '审计员', ['/log']],
];

test.each(pagesOf)(
  'nobody is kept out of the pages of %s (%s)',
  async (login, _title, addresses) => {
    const page = await enter(browser, system.address, login);
    for (const address of addresses) {
      await open(page, address);
      expect([address, await barriers(page)]).toEqual([address, []]);
    }
    await page.context().close();
  },
  120_000,
);

browserTest(
  'nobody is kept out of the board',
  async () => {
    const page = await enter(browser, system.address, 'inspector1');
    const id = await found('inspector1', 'kind=campaign&status=all');
    await open(page, `/campaigns/${id}/board`);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

browserTest(
  'nobody is kept out of a case, nor of the panel of an act, on a desk',
  async () => {
    const page = await enter(browser, system.address, 'inspector1');
    const id = await found('inspector1', 'kind=pairing&stage=doing');
    await open(page, `/cases/${id}`);
    expect(await barriers(page)).toEqual([]);
    await open(page, `/cases/${id}?act=inspect-midterm`);
    await page.getByRole('dialog').getByRole('button', { name: '提交中期检查结果' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

browserTest(
  'on a phone nobody is kept out of a case, and no page has to be scrolled sideways',
  async () => {
    const page = await enter(browser, system.address, 'inspector1', phoneScreen);
    const id = await found('inspector1', 'kind=pairing&stage=doing');
    await open(page, `/cases/${id}`);
    expect(await barriers(page)).toEqual([]);
    for (const address of [
      '/',
      '/cases',
      `/cases/${id}`,
      '/campaigns',
      '/campaigns/new',
      '/messages',
      '/orgs',
      '/people',
    ]) {
      await open(page, address);
      expect([address, await overhang(page)]).toEqual([address, 0]);
    }
    await page.context().close();
  },
  120_000,
);
