import { expect } from '@jest/globals';
import { barriers, overhang } from './axe.ts';
import { officeScreen, phoneScreen } from './browser.ts';
import { openHouse } from './house.ts';
import { browserTest } from './witness.ts';

const house = openHouse();
const pdf = { name: '通知.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };

browserTest(
  'whoever never saw the product finds the page on which papers are checked, and is told what to do; nobody is kept out',
  async () => {
    for (const screen of [officeScreen, phoneScreen]) {
      const page = await house.atTheDoor(screen);
      await page.getByRole('link', { name: /核对收到的文书/ }).click();
      const fit = async () => [await barriers(page), await overhang(page)];
      await page.getByRole('heading', { name: '文书查验' }).waitFor();
      expect(await fit()).toEqual([[], 0]);
      await page.getByRole('button', { name: '查验' }).click();
      await page.getByText('请填写校验码。').waitFor();
      await page.getByLabel('校验码').fill('k7qm 2xwd 9tra');
      expect(await page.locator('input[type=file]').isHidden()).toBe(true);
      await page.locator('input[type=file]').setInputFiles(pdf);
      await page.getByText('通知.pdf').waitFor();
      await page.getByRole('button', { name: '查验' }).click();
      await page.getByRole('heading', { name: '没有查到' }).waitFor();
      expect(await fit()).toEqual([[], 0]);
      await page.getByLabel('校验码').fill('k7qm 2xwd 9tr');
      expect(await page.getByRole('heading', { name: '没有查到' }).count()).toBe(0);
      await page.context().close();
    }
  },
  120_000,
);
