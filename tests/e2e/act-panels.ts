import type { Page } from 'playwright-core';
import type { CasePage, CaseView } from '#contracts/case';
import { demoPassword } from '#db/seed/demo-logins';
import { signIn } from '#tests/harness/browser';
import { barriers, overhangOf } from './axe.ts';
import { officeScreen, phoneScreen } from './browser.ts';
import type { House } from './house.ts';

interface Panel {
  caseId: string;
  action: string;
  verb: string;
}

/** Of every act that is open to him in some case, one panel. */
async function panelsOf(address: string, login: string, seen: Set<string>): Promise<Panel[]> {
  const person = await signIn(address, login, demoPassword);
  const { items } = await person.get<CasePage>('/api/cases?status=all&limit=100');
  const panels: Panel[] = [];
  for (const { id } of items) {
    const { kind, actions } = await person.get<CaseView>(`/api/cases/${id}`);
    for (const { action, verb, permitted } of actions) {
      if (!permitted || seen.has(`${kind} ${action}`)) continue;
      seen.add(`${kind} ${action}`);
      panels.push({ caseId: id, action, verb });
    }
  }
  return panels;
}

/** Follows an address as a link of the page does: the application stays, which is four times quicker. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)})`);
  await page.evaluate(`dispatchEvent(new PopStateEvent('popstate'))`);
}

/** What keeps people out of the panels that were not seen before, on a desk and on a phone. */
export async function panelFaults(house: House, login: string, seen: Set<string>): Promise<string[]> {
  const panels = await panelsOf(house.address, login, seen);
  if (panels.length === 0) return [];
  const page = await house.enter(login);
  const faults: string[] = [];
  for (const { caseId, action, verb } of panels) {
    await page.setViewportSize(officeScreen);
    await follow(page, `/cases/${caseId}?act=${action}`);
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: verb, exact: true }).waitFor();
    await panel.getByText('正在读取').waitFor({ state: 'detached' });
    const found = await barriers(page, '[role=dialog]');
    await page.setViewportSize(phoneScreen);
    const pushed = await overhangOf(panel);
    faults.push(...found.map((fault) => `${action}: ${fault}`));
    if (pushed > 0) faults.push(`${action}: ${pushed} pixels wider than a phone`);
    await follow(page, `/cases/${caseId}`);
    await panel.waitFor({ state: 'detached' });
  }
  await page.context().close();
  return faults;
}
