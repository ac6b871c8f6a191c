import type { Page } from 'playwright-core';

/** One pixel. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Writes down a visit with a picture of it, corrects it, reads what it said before, and withdraws it. */
export async function keepRecord(page: Page, caseAddress: string): Promise<void> {
  await page.goto(`${caseAddress}?part=records`);
  await page.getByRole('button', { name: '记一次活动' }).click();
  const form = page.getByRole('form', { name: '登记活动' });
  await form.getByLabel('内容').fill('走访门诊大厅，窗口三个。');
  // Nothing can be sent before the file is with the server.
  await form
    .locator('input[type=file]')
    .setInputFiles([{ name: '现场.png', mimeType: 'image/png', buffer: picture }]);
  await form.locator('.ant-upload-list-item-done').waitFor();
  await form.getByRole('button', { name: '登记这次活动' }).click();
  const record = page.getByRole('listitem').filter({ hasText: '走访门诊大厅' }).first();
  await record.getByRole('button', { name: '现场.png' }).waitFor();
  await record.getByRole('button', { name: '更改' }).click();
  const change = page.getByRole('form', { name: '更改活动记录' });
  await change.getByLabel('内容').fill('走访门诊大厅，窗口五个。');
  await change.getByRole('button', { name: '存为第2版' }).click();
  await record.getByText('窗口五个').waitFor();
  await record.getByRole('button', { name: '以前各版（1）' }).click();
  await record.getByText('窗口三个').waitFor();
  await record.getByRole('button', { name: '撤回' }).click();
  await record.getByLabel('为什么撤回').fill('登记在别处');
  await record.getByRole('button', { name: '撤回记录' }).click();
  await record.getByText('已撤回：登记在别处').waitFor();
}
