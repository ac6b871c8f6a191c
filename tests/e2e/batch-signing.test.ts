import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoId } from '#db/seed/demo';
import { barriers, overhang } from './axe.ts';
import { officeScreen, phoneScreen } from './browser.ts';
import { drafters, hospitals } from './drafted-papers.ts';
import { openHouse } from './house.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

const house = openHouse();
const fit = async (page: Page, what: string) =>
  expect([what, await barriers(page), await overhang(page)]).toEqual([what, [], 0]);
const to = [demoId('org', 'youyi')];

/** Turns the pages of the paper that is shown until all were in sight. */
async function pageThrough(page: Page): Promise<void> {
  const paper = page.getByRole('region', { name: /草稿$/ });
  const images = paper.getByRole('img');
  await images.first().waitFor();
  for (let nth = 0; nth < (await images.count()); nth += 1) await images.nth(nth).scrollIntoViewIfNeeded();
  await page.getByText(/页，已看完$/).waitFor();
}

browserTest(
  'a leader looks through his papers, returns one with its marks, signs the rest in one go, and is told what became of each',
  async () => {
    const desk = await drafters(house.address);
    for (const title of ['汛期值守', '冬季防火', '节日保障']) await desk.paper(title, { to });
    const page = await house.enter('leader1', officeScreen);
    await page.goto('/papers/signing');
    await page.getByRole('heading', { name: '没有正在批量办理的文书' }).waitFor();
    await fit(page, 'empty');
    await page.getByRole('link', { name: '去待签文书' }).click();
    for (const title of ['汛期值守', '冬季防火', '节日保障'])
      await page.getByRole('checkbox', { name: new RegExp(title) }).check();
    await page.getByRole('button', { name: '逐份阅看，一并签发 3份' }).click();
    const sign = page.getByRole('button', { name: /^签发 \d份$/ });
    expect(await sign.isDisabled()).toBe(true);
    await pageThrough(page);
    await fit(page, 'reading');
    await page.getByRole('button', { name: '下一份' }).click();
    await pageThrough(page);
    // One is sent back by itself, with its marks.
    await page.getByRole('link', { name: '打开这一份单独办理' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('退回', { exact: true }).first().click();
    await panel
      .getByLabel(/意见|说明/)
      .first()
      .fill('请写明带班电话');
    await fit(page, 'returning');
    await panel.getByRole('button', { name: '提交签发意见' }).click();
    await panel.getByRole('heading', { name: '已办理：签发' }).waitFor();
    // What was looked at before is remembered; what is no longer his is left out.
    await page.goto('/papers/signing');
    await settled(page);
    await page.getByRole('button', { name: '这次不办这一份' }).waitFor();
    await page.context().close();
  },
  180_000,
);
