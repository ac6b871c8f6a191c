import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startSystem, type System } from '#tests/harness/system';
import { atTheDoor, enter, openBrowser } from './browser.ts';

type Viewport = Parameters<typeof enter>[3];

/** The whole product and a browser before it, for the tests of one file. */
export interface House {
  address: string;
  enter(login: string, viewport?: Viewport): Promise<Page>;
  atTheDoor(viewport?: Viewport): Promise<Page>;
}

/** Opened before the first test of the file, gone after the last. */
export function openHouse(): House {
  let system: System | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 60_000);
  const open = () => {
    if (!system || !browser) throw new Error('the house is not open');
    return { browser, address: system.address };
  };
  return {
    get address() {
      return open().address;
    },
    enter: (login, viewport) => enter(open().browser, open().address, login, viewport),
    atTheDoor: (viewport) => atTheDoor(open().browser, open().address, viewport),
  };
}
