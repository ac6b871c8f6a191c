import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newId } from '#db/id';
import { barriers, overhang } from './axe.ts';
import { phoneScreen } from './browser.ts';
import { openHouse } from './house.ts';
import { picture } from './record-steps.ts';
import { settled } from './settled.ts';
import { browserTest, watch } from './witness.ts';

const purpose = `退费流程${newId().slice(-6)}`;
const what = `咨询台不空岗${newId().slice(-6)}`;
const hospital = '首都医科大学宣武医院';
const house = openHouse();
let inspector: Page;
let checkId = '';

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.keyboard.type(option.slice(0, 20));
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
  await page.keyboard.press('Escape');
}

const item = (page: Page, nth: number) => page.locator('fieldset').nth(nth);
const answer = (page: Page, nth: number, result: string) =>
  item(page, nth).getByRole('radio', { name: result, exact: true }).check();
const kept = (page: Page) => page.getByRole('status').filter({ hasText: '全部已保存' }).waitFor();

browserTest(
  'an inspector arranges a check of today for two',
  async () => {
    inspector = await house.enter('inspector1');
    await inspector.goto('/checks/new');
    await inspector.getByLabel('核查事由').fill(purpose);
    await choose(inspector, '被查单位', hospital);
    await inspector.getByLabel('地点').fill('门诊楼一层');
    await choose(inspector, '检查人员（至少两人）', '周文静');
    await inspector.getByLabel('就医秩序').check();
    await inspector.getByRole('button', { name: '安排核查' }).click();
    await inspector.getByText('✓ 已安排核查').waitFor();
    const address = await inspector.getByRole('link', { name: '打开检查表' }).getAttribute('href');
    checkId = address?.split('/').at(-1) ?? '';
    expect(checkId).not.toBe('');
  },
  120_000,
);

browserTest(
  'on a phone the checklist keeps what is typed and photographed while the network is away, also when closed, and sends it afterwards',
  async () => {
    let phone = await house.enter('inspector1', phoneScreen);
    const context = phone.context();
    await phone.goto(`/checks/${checkId}`);
    await settled(phone);
    await answer(phone, 0, '不合格');
    await context.setOffline(true);
    await item(phone, 0).getByRole('textbox').first().fill('上午10时咨询台无人值守');
    await answer(phone, 1, '合格');
    await item(phone, 0)
      .locator('input[type=file]')
      .setInputFiles({ name: '咨询台.png', mimeType: 'image/png', buffer: picture });
    await item(phone, 0).getByText('已存在本机').waitFor();
    await phone.getByText('没有网络').first().waitFor();
    // The page is closed before the network comes back: everything lies in the browser.
    await phone.close();
    await context.setOffline(false);
    phone = await context.newPage();
    watch(phone);
    await phone.goto(`/checks/${checkId}`);
    await item(phone, 0).locator('img').waitFor();
    await answer(phone, 2, '合格');
    await kept(phone);
    expect([await overhang(phone), await barriers(phone)]).toEqual([0, []]);
    await phone.reload();
    await settled(phone);
    expect(await item(phone, 0).getByRole('textbox').first().inputValue()).toBe('上午10时咨询台无人值守');
    await phone.getByRole('link', { name: '去提交检查结果' }).click();
    const panel = phone.getByRole('dialog');
    await panel.getByLabel('现场情况小结').fill('三项中一项不合格');
    await panel.getByRole('button', { name: '提交，由另一检查人确认' }).click();
    await panel.getByText('待确认').first().waitFor();
    await phone.context().close();
  },
  120_000,
);

browserTest(
  'the other confirms, and what failed becomes a commitment that its hospital finds in its ledger',
  async () => {
    const other = await house.enter('inspector2');
    await other.goto(`/cases/${checkId}?act=confirm`);
    await other.getByRole('dialog').getByText('与现场情况一致').click();
    await other.getByRole('dialog').getByRole('button', { name: '提交确认意见' }).click();
    await other.getByRole('dialog').getByText('待签字').first().waitFor();
    await other.context().close();
    await inspector.goto(`/cases/${checkId}`);
    await settled(inspector);
    await inspector
      .getByRole('region', { name: '现场核查' })
      .getByRole('button', { name: '下达台账事项' })
      .click();
    const panel = inspector.getByRole('dialog');
    await panel.getByLabel('事项', { exact: true }).fill(what);
    await panel.getByLabel('要求和措施').fill('排班到人');
    await panel.getByRole('button', { name: '下达', exact: true }).click();
    await panel.getByText('待签字').first().waitFor();
    const liaison = await house.enter('xuanwu.liaison', phoneScreen);
    await liaison.goto('/ledger');
    await liaison.getByRole('link', { name: new RegExp(what) }).waitFor();
    expect([await overhang(liaison), await barriers(liaison)]).toEqual([0, []]);
    await liaison.getByRole('link', { name: new RegExp(what) }).click();
    await liaison.getByRole('region', { name: '台账事项' }).getByText('排班到人').waitFor();
    await liaison.context().close();
  },
  120_000,
);

browserTest(
  'nobody is kept out of the ledger, the checks and their forms',
  async () => {
    for (const address of ['/ledger', '/ledger/new', '/checks', '/checks/new', `/cases/${checkId}`]) {
      await inspector.goto(address);
      await settled(inspector);
      expect([address, await barriers(inspector)]).toEqual([address, []]);
    }
  },
  120_000,
);
