import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';

/**
 * What keeps people out (ui.md, Measures): each finding with the places where it stands.
 * The product has no frame of another site, so that axe need not open a page of its own to join what it found.
 */
export async function barriers(page: Page, part = 'html'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.include(part).analyze();
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
interface Part {
  querySelectorAll(selector: string): Iterable<Box>;
}
interface Styles {
  getComputedStyle(one: Box): { overflowX: string };
}

/** Pixels by which the page, or what scrolls within its frame, is wider than the screen. */
export async function overhang(page: Page): Promise<number> {
  const frame = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return Math.max(frame, await overhangOf(page.getByRole('main')));
}

/** The same for a part of the page and for whatever scrolls within it. */
export function overhangOf(part: Locator): Promise<number> {
  return part.evaluate((root) => {
    const { getComputedStyle } = globalThis as unknown as Styles;
    const inner = [...(root as unknown as Part).querySelectorAll('*')];
    const scrolling = inner.filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX));
    const pushed = ({ scrollWidth, clientWidth }: Box) => scrollWidth - clientWidth;
    return Math.max(...[root as unknown as Box, ...scrolling].map(pushed));
  });
}
