import { test } from '@jest/globals';
import type { Page } from 'playwright-core';

const pages: { page: Page; seen: string[] }[] = [];

/** Remembers what a page asked and was told: a failure on another machine leaves nothing else behind. */
export function watch(page: Page): void {
  const seen: string[] = [];
  const note = (line: string): void => {
    seen.push(`${Math.round(performance.now())} ms ${line}`);
    if (seen.length > 40) seen.shift();
  };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) note(`${request.method()} ${pathname}`);
  });
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith('/api/'))
      note(`${answer.request().method()} ${pathname} answered ${answer.status()}`);
  });
  page.on('requestfailed', (request) => note(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('pageerror', (error) => note(error.message));
  page.on('crash', () => note('the page crashed'));
  pages.push({ page, seen });
}

/** What every open page showed and was told, for the message of a test that fails. */
async function lookAround(): Promise<string> {
  const now = `${Math.round(performance.now())} ms`;
  const open = pages.filter(({ page }) => !page.isClosed());
  const told = open.map(async ({ page, seen }) => {
    const body = page.locator('body');
    const text = await body.innerText({ timeout: 2_000 }).catch((error: Error) => error.message);
    return [`${now} ${page.url()}`, ...seen, text.replaceAll(/\s+/g, ' ').slice(0, 1_500)].join('\n');
  });
  return (await Promise.all(told)).join('\n\n');
}

/** A Jest test whose failure says what the pages showed. */
export function browserTest(rule: string, act: () => Promise<void>, timeout: number): void {
  test(
    rule,
    () =>
      act().catch(async (cause: Error) => {
        throw new Error(`${cause.message}\n${await lookAround()}`, { cause });
      }),
    timeout,
  );
}
