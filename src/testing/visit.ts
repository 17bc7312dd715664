import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a page did that no page of the site may do. */
export interface Offences {
  /** Addresses on other hosts that were asked for. */
  foreign: string[];
  /** Errors on the console and exceptions that nobody caught. */
  errors: string[];
  /** Dialogs opened by a script. */
  dialogs: string[];
}

export interface Visit {
  page: Page;
  offences: Offences;
  close(): Promise<void>;
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** Opens an empty page that asks no other host for anything and keeps what it does wrong. */
export async function visit(
  browser: Browser,
  site: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const offences: Offences = { foreign: [], errors: [], dialogs: [] };
  const { host } = new URL(site);
  await context.route(
    (url) => url.host !== host,
    (route) => {
      offences.foreign.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') offences.errors.push(message.text());
  });
  page.on('pageerror', (error) => offences.errors.push(error.message));
  page.on('dialog', (dialog) => {
    offences.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return { page, offences, close: () => context.close() };
}

export const noOffences: Offences = { foreign: [], errors: [], dialogs: [] };
