import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { demoId } from '#db/seed/demo';
import { barriers, overhang, overhangOf } from './axe.ts';
import { officeScreen, phoneScreen } from './browser.ts';
import { drafters, hospitals } from './drafted-papers.ts';
import { openHouse } from './house.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

const house = openHouse();
const fit = async (page: Page, what: string) =>
  expect([what, await barriers(page), await overhang(page)]).toEqual([what, [], 0]);

/** Turns the pages of the paper that is shown until all were in sight. */
async function pageThrough(page: Page, title: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: title }).waitFor();
  const images = page.getByRole('region', { name: /草稿$/ }).getByRole('img');
  await images.first().waitFor();
  for (let nth = 0; nth < (await images.count()); nth += 1) await images.nth(nth).scrollIntoViewIfNeeded();
  await page.getByText(/页，已看完$/).waitFor();
}

async function tick(page: Page, titles: readonly string[]): Promise<void> {
  await page.goto('/?list=sign');
  await settled(page);
  for (const title of titles) await page.getByRole('checkbox', { name: new RegExp(title) }).check();
  await page.getByRole('button', { name: `逐份阅看，一并签发 ${titles.length}份` }).click();
}

browserTest(
  'a leader looks through his papers, sends one back with its marks, signs the rest in one go, and is told what became of each',
  async () => {
    const desk = await drafters(house.address);
    const titles = ['汛期值守', '冬季防火', '节日保障'] as const;
    const to = [demoId('org', 'youyi')];
    const [first] = [await desk.paper(titles[0], { to })];
    for (const title of titles.slice(1)) await desk.paper(title, { to });
    const page = await house.enter('leader1', officeScreen);
    await page.goto('/papers/signing');
    await page.getByRole('heading', { name: '没有正在批量办理的文书', level: 1 }).waitFor();
    await fit(page, 'empty');
    await tick(page, titles);
    const sign = page.getByRole('button', { name: /^签发 \d份$/ });
    await pageThrough(page, titles[0]);
    expect(await sign.isDisabled()).toBe(true);
    await fit(page, 'reading');
    await page.getByRole('button', { name: '下一份' }).click();
    await pageThrough(page, titles[1]);
    await page.getByRole('link', { name: '打开这一份单独办理' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('退回修改', { exact: true }).click();
    await panel.getByRole('button', { name: '增加一行' }).click();
    await panel.getByLabel('位置').fill('第一部分');
    await panel.getByRole('row').getByLabel(/意见/).fill('请写明带班电话');
    expect([await barriers(page), await overhangOf(panel)]).toEqual([[], 0]);
    await panel.getByRole('button', { name: '提交签发意见' }).click();
    await panel.getByRole('heading', { name: '已办理：签发' }).waitFor();
    // What was read is still read; what he sent back is no longer his, and is taken out.
    await page.goto('/papers/signing');
    await page.getByRole('button', { name: new RegExp(titles[1]) }).click();
    await page.getByRole('button', { name: '移出这一份' }).click();
    await pageThrough(page, titles[2]);
    await page.getByRole('button', { name: '签发 2份', exact: true }).click();
    await page.getByText('已全部办理：签发2份。').waitFor();
    await fit(page, 'signed');
    await page.getByRole('button', { name: '回到待签文书' }).click();
    await settled(page);
    for (const title of titles)
      expect(await page.getByRole('checkbox', { name: new RegExp(title) }).count()).toBe(0);
    for (const screen of [officeScreen, phoneScreen]) {
      await page.setViewportSize(screen);
      await page.goto(`/cases/${first}`);
      await settled(page);
      await page.getByRole('link', { name: '下载PDF' }).waitFor();
      expect(await page.getByRole('link', { name: '下载PDF' }).count()).toBe(1);
      await fit(page, `a case with one paper, ${screen.width}`);
    }
    await page.context().close();
  },
  240_000,
);

browserTest(
  'three hundred papers of one signature are set while the leader does something else, through a lost connection, and he is told when it is given',
  async () => {
    const to = await hospitals(house.address, 300);
    const caseId = await (await drafters(house.address)).paper('报送整改材料', { to, each: true });
    const page = await house.enter('leader1', officeScreen);
    await page.goto(`/cases/${caseId}?act=sign`);
    const panel = page.getByRole('dialog');
    await panel.getByText('共300份，每家收文单位一份').waitFor();
    await panel.getByText('同意签发', { exact: true }).click();
    await page.route('**/acts/proofs', (route) => route.abort());
    await panel.getByRole('button', { name: '提交签发意见' }).click();
    await panel.getByText(/连接不上服务器，正在自动重试；已校验的都还在/).waitFor();
    await page.unroute('**/acts/proofs');
    await panel.getByText(/正在排版校验第\d+份，共300份/).waitFor();
    expect([await barriers(page), await overhangOf(panel)]).toEqual([[], 0]);
    await panel.getByRole('button', { name: /关闭|Close/ }).click();
    await page.getByRole('link', { name: '工作台' }).first().click();
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor();
    await page.getByText('已办理：签发，共300份').waitFor({ timeout: 60_000 });
    await fit(page, 'told');
    await page.getByRole('link', { name: '通知：报送整改材料' }).first().click();
    await page.getByRole('heading', { name: '文书（300份）' }).waitFor();
    for (const screen of [officeScreen, phoneScreen]) {
      await page.setViewportSize(screen);
      await page.goto(`/cases/${caseId}`);
      await page.getByRole('link', { name: '打印全套' }).waitFor({ timeout: 120_000 });
      await fit(page, `a case with 300 papers, ${screen.width}`);
      await page.getByRole('button', { name: '展开全部300份，按医院查找' }).click();
      await page.getByLabel('按收文单位、文号查找').fill('第277站');
      await page.getByText('共1条').waitFor();
      expect(await page.getByRole('link', { name: '下载PDF' }).count()).toBe(1);
      await page.getByLabel('按收文单位、文号查找').fill('没有这家');
      await page.getByText('没有找到这样的文书').waitFor();
      await fit(page, `searched, ${screen.width}`);
    }
    await page.context().close();
  },
  240_000,
);
