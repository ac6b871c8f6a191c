import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CasePage } from '#contracts/case';
import { systemClock } from '#config/clock';
import { demoPassword } from '#db/seed/demo-logins';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { signIn } from '#tests/harness/browser';
import { barriers, overhang } from './axe.ts';
import { officeScreen, phoneScreen } from './browser.ts';
import { openHouse } from './house.ts';
import { fillIn } from './campaign-steps.ts';
import { browserTest } from './witness.ts';

const house = openHouse();

const result = (page: Page) => page.getByRole('heading', { name: '各阶段要多久' });
const picture = (page: Page) => page.getByRole('img', { name: /全部岗位：到期最多的是/ });

browserTest(
  'an inspector rehearses the list that he is about to hand in, and finds it again on the way back',
  async () => {
    const page = await house.enter('inspector1');
    await page.goto('/campaigns/new');
    await fillIn(page, '手拉手帮带', systemClock.today());
    await page.getByRole('button', { name: '下一步：名单' }).click();
    await page.getByLabel('把附件的表格从文件里原样粘贴到这里').fill(annexText);
    await page.getByText('✓ 全部可以立项').waitFor();
    await page.getByRole('button', { name: '下一步：看签发后会怎样' }).click();
    await page.getByRole('link', { name: '预演全程' }).click();
    await result(page).waitFor();
    await page.getByText('17对全部能够走完，直到归档。').waitFor();
    await picture(page).waitFor();
    await page.getByText('调整数字').click();
    await page.getByRole('group', { name: '医院' }).getByLabel('一直不答的占').fill('100');
    await page.getByRole('group', { name: '医院' }).getByLabel('拖延的占').fill('0');
    await page.getByRole('button', { name: '按这些数字预演' }).click();
    await page.getByText(/17对中0对能够走完/).waitFor();
    await page.getByRole('link', { name: '发起', exact: true }).click();
    await page.getByRole('button', { name: '报请签发' }).waitFor();
    await page.context().close();
  },
  120_000,
);

test.each([
  ['a desk', officeScreen],
  ['a phone', phoneScreen],
])(
  'on %s a leader rehearses what waits for his signature; nobody is kept out of the page, nor pushes it sideways',
  async (_, screen) => {
    const leader = await signIn(house.address, 'leader1', demoPassword);
    const { items } = await leader.get<CasePage>('/api/cases?kind=campaign&stage=signing');
    const page = await house.enter('leader1', screen);
    await page.goto(`/cases/${items[0]?.id}`);
    await page.getByRole('link', { name: '预演：签发以后会怎样' }).click();
    await result(page).waitFor();
    await picture(page).waitFor();
    await page
      .getByRole('button', { name: /月\d+日/ })
      .first()
      .click();
    await page.getByRole('region', { name: /的安排$/ }).waitFor();
    await page.getByText('调整数字').click();
    expect([await barriers(page), await overhang(page)]).toEqual([[], 0]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出日历' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^预演日历 .*\.xlsx$/);
    await page.context().close();
  },
  120_000,
);
