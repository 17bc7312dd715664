import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { launchBrowser } from './browser.ts';

/** Address and folder of the site under test. */
export const site = inject('site');

const browser = inject('browser');

/**
 * Tests in a browser, started once for them. Where there is none they are skipped with the reason;
 * in CI the set-up has failed before.
 */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if ('missing' in browser) {
    describe.skip(`${name} (${browser.missing})`, () => tests(() => never()));
    return;
  }
  describe(name, () => {
    let running: Browser | undefined;
    beforeAll(async () => {
      running = await launchBrowser(browser);
    });
    afterAll(() => running?.close());
    tests(() => running ?? never());
  });
}

function never(): never {
  throw new Error('the browser has not started');
}
