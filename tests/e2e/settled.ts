import type { Page } from 'playwright-core';

/** Until the page's own heading stands and nothing is being read any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const reading = page.getByText('正在读取');
  for (let left = await reading.count(); left > 0; left = await reading.count()) {
    await reading.first().waitFor({ state: 'detached' });
  }
}
