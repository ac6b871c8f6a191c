import type { Locator, Page } from 'playwright-core';
import { addDays, type Day } from '#domain/day';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';

async function openCampaigns(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '批次' }).click();
}

/** An inspector goes through the three steps, from the list of campaigns to 已报请签发. */
export async function launchCampaign(page: Page, title: string, today: Day): Promise<void> {
  await openCampaigns(page);
  await page.getByRole('link', { name: '发起结对批次' }).first().click();
  await fillIn(page, title, today);
  await page.getByRole('button', { name: '下一步：名单' }).click();
  await page.getByLabel('把附件的表格从文件里原样粘贴到这里').fill(annexText);
  await page.getByText('✓ 全部可以立项').waitFor();
  await page.getByRole('button', { name: '下一步：看签发后会怎样' }).click();
  await page.getByText('17对结对同时立项').waitFor();
  await page.getByRole('button', { name: '报请签发' }).click();
  await page.getByText(`✓ 已报请签发：${title}`).waitFor();
}

/** From the list of campaigns to the row of one pair on the board. */
export async function rowOnBoard(page: Page, title: string, assisted: string): Promise<Locator> {
  await openCampaigns(page);
  await page.getByRole('link', { name: title }).click();
  const board = page.getByRole('region', { name: '结对进展一览' });
  const row = board.getByRole('row').filter({ has: page.getByRole('link', { name: assisted, exact: true }) });
  await row.waitFor();
  return row;
}

/** The first step of a launch. */
export async function fillIn(page: Page, title: string, today: Day): Promise<void> {
  await page.getByLabel('批次名称').fill(title);
  await page.getByLabel('依据文件').fill('京政发〔2017〕11号');
  await page.getByLabel('目的和意义').fill('把试点医院的经验带给其他市属医院，保障改革平稳实施。');
  await pickDay(page, '改革启动日', addDays(today, 18));
  await pickDay(page, '结对开始日', today);
  await pickDay(page, '结对结束日', addDays(today, 240));
  await page.getByLabel('联系人及电话').fill('李明远 010-00000000');
}

async function pickDay(page: Page, label: string, day: Day): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.getByLabel(label).press('Enter');
}

/** A leader finds it on the desk, reads the draft and signs. */
export async function signCampaign(page: Page, title: string): Promise<void> {
  const decisions = page.getByRole('region', { name: '请您决定' });
  await decisions
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('link', { name: '签发结对通知' })
    .click();
  const panel = page.getByRole('dialog', { name: '签发结对通知' });
  await panel.getByRole('img', { name: /^结对通知草稿 第1页/ }).waitFor();
  await panel.getByLabel('同意签发').check();
  await panel.getByRole('button', { name: '签发并立项' }).click();
  await panel.getByRole('heading', { name: '已办理：签发结对通知' }).waitFor();
}
