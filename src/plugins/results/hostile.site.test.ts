import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, site } from '../../testing/describe-in-browser.ts';
import { noOffences, visit } from '../../testing/visit.ts';
import { hostileDocuments } from './testing/hostile-documents.ts';
import { hostileVersions } from './testing/test-site.ts';

const hostile = hostileDocuments();

/** What a text looks like where white space collapses, as on any page. */
const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

async function trapped(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const traps = ['alert', 'confirm', 'prompt', 'open'] as const;
    for (const name of traps) {
      Object.defineProperty(window, name, {
        value: () => {
          Reflect.set(globalThis, 'hostile', name);
        },
      });
    }
  });
}

describeInBrowser('hostile text in every free-text field', (browser) => {
  it.each(hostileVersions)(
    'is shown as typed in version %s, and nothing runs',
    async (version) => {
      const { page, offences, close } = await visit(browser(), site.url);
      try {
        await trapped(page);
        for (const {
          name,
          text,
          document: { suite },
        } of hostile) {
          for (const path of ['', 'write/', 'round-trip/', 'write/cite/']) {
            const address = `${site.url}results/${version}/${suite.id}/${path}`;
            await page.goto(address, { waitUntil: 'load' });
            const seen = await page.evaluate(() => ({
              ran: Reflect.get(globalThis, 'hostile'),
              title: document.title,
              text: document.querySelector('main')?.textContent ?? '',
            }));
            expect(seen.ran, `${name} at ${address}`).toBeUndefined();
            expect(seen.title, `${name} at ${address}`).not.toBe('hostile');
            if (path !== 'write/cite/') {
              expect(collapsed(seen.text), `${name} at ${address}`).toContain(collapsed(text));
            }
          }
        }
        expect(offences).toEqual(noOffences);
      } finally {
        await close();
      }
    },
    600_000,
  );
});
