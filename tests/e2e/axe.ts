import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What keeps people out (ui.md, Measures): each finding with the places where it stands. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
    );
}

interface Box {
  scrollWidth: number;
  clientWidth: number;
}

/** Pixels by which the page, or what scrolls within its frame, is wider than the screen. */
export async function overhang(page: Page): Promise<number> {
  const frame = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  const content = await page.getByRole('main').evaluate((main) => {
    const { scrollWidth, clientWidth } = main as unknown as Box;
    return scrollWidth - clientWidth;
  });
  return Math.max(frame, content);
}
