import type { Locator, Page } from 'playwright-core';

/** From the desk to the panel of what is owed on this pair. */
export async function openTodo(page: Page, pair: string, step: string): Promise<Locator> {
  await page.goto('/');
  await page.getByRole('listitem').filter({ hasText: pair }).getByRole('link', { name: step }).click();
  const panel = page.getByRole('dialog', { name: step });
  await panel.waitFor();
  return panel;
}

async function send(panel: Locator, verb: string, label: string): Promise<void> {
  await panel.getByRole('button', { name: verb, exact: true }).click();
  await panel.getByRole('heading', { name: `已办理：${label}` }).waitFor();
}

export async function confirmPair(page: Page, pair: string): Promise<void> {
  await send(await openTodo(page, pair, '确认结对关系'), '确认结对', '确认结对关系');
}

/** The form brings one row for each work area of the campaign. */
export async function fileGroup(page: Page, pair: string, lead: string): Promise<void> {
  const panel = await openTodo(page, pair, '报送专班名单');
  await panel.getByLabel('牵头负责人').fill(lead);
  const rows = await panel.getByLabel(/^第\d+行 联系人$/).count();
  for (let row = 1; row <= rows; row++) {
    const cell = (column: string) => panel.getByLabel(`第${row}行 ${column}`, { exact: true });
    await cell('联系人').fill(`联系人${row}`);
    await cell('职务').fill('主任');
    await cell('电话').fill('010-12345678');
  }
  await send(panel, '报送名单', '报送专班名单');
}

/** The letter is read in the panel before it is signed. */
export async function signPledge(page: Page, pair: string): Promise<void> {
  const panel = await openTodo(page, pair, '签署责任书');
  await panel.getByRole('img', { name: /^责任书草稿 第1页/ }).waitFor();
  await panel.getByRole('checkbox', { name: '我已阅读责任书全文' }).check();
  await send(panel, '签署责任书', '签署责任书');
}
