import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
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

describe('hostile text in a citation', () => {
  it.each(hostileVersions)('is escaped on the static pages of version %s', async (version) => {
    for (const { document } of hostile) {
      const file = join(
        site.folder,
        'results',
        version,
        document.suite.id,
        'write/cite/index.html',
      );
      // The page itself has no element that a hostile text tries to make.
      expect(await readFile(file, 'utf8'), file).not.toMatch(/<(?:script|svg|img|b)\b/i);
    }
  });
});

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
          for (const path of ['', 'write/', 'round-trip/']) {
            const address = `${site.url}results/${version}/${suite.id}/${path}`;
            await page.goto(address, { waitUntil: 'load' });
            const seen = await page.evaluate(() => ({
              ran: Reflect.get(globalThis, 'hostile'),
              title: document.title,
              text: document.querySelector('main')?.textContent ?? '',
            }));
            expect(seen.ran, `${name} at ${address}`).toBeUndefined();
            expect(seen.title, `${name} at ${address}`).not.toBe('hostile');
            expect(collapsed(seen.text), `${name} at ${address}`).toContain(collapsed(text));
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
