import { expect, it } from 'vitest';
import {
  archivedHttpVersion,
  archivedVersion,
  httpVersion,
} from './plugins/results/testing/test-site.ts';
import { describeInBrowser, site } from './testing/describe-in-browser.ts';
import { faintTexts, faultsOfPage } from './testing/examine-page.ts';
import { noOffences, phone, visit } from './testing/visit.ts';

/** One page of each kind. */
const pages = {
  home: '',
  'list of versions': 'results/',
  'live overview': 'results/7.0/',
  'live suite': 'results/7.0/example/',
  'live scenario': 'results/7.0/example/write/',
  'live suite of many scenarios': `results/${httpVersion}/http/`,
  'live scenario with a course over time': `results/${httpVersion}/http/spike-traffic/`,
  'live scenario with CPU profiles': `results/${httpVersion}/example/write/`,
  'live scenario with failed cases': `results/${httpVersion}/http/db-pagination/`,
  'archived overview': `results/${archivedVersion}/`,
  'archived suite': `results/${archivedVersion}/example/`,
  'archived scenario': `results/${archivedVersion}/example/write/`,
  'archived suite of many scenarios': `results/${archivedHttpVersion}/http/`,
  'archived scenario with CPU profiles': `results/${archivedHttpVersion}/example/write/`,
  'citations of a live page': 'results/7.0/example/write/cite/',
  'citations of an archived page': `results/${archivedVersion}/example/write/cite/`,
  documentation: 'docs/introduction/',
  'page that does not exist': 'nowhere/',
};

const loadFailure = /Failed to load resource: the server responded with a status of 404/;

describeInBrowser('every kind of page', (browser) => {
  it.each(Object.entries(pages))('%s, in light and dark and on a phone', async (name, path) => {
    const { page, offences, close } = await visit(browser(), site.url, { colorScheme: 'light' });
    try {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      expect.soft(await page.evaluate(faultsOfPage)).toEqual([]);
      expect.soft(await page.evaluate(faintTexts), 'light').toEqual([]);

      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => page.evaluate(isDark), { timeout: 10_000 }).toBe(true);
      // Colours change over some tenths of a second.
      await expect.poll(() => page.evaluate(faintTexts), { timeout: 10_000 }).toEqual([]);

      await page.setViewportSize(phone);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(width, { timeout: 10_000 }).toBeLessThanOrEqual(phone.width);

      const expected = name === 'page that does not exist' ? [loadFailure] : [];
      const errors = offences.errors.filter((one) => !expected.some((known) => known.test(one)));
      expect({ ...offences, errors }).toEqual(noOffences);
    } finally {
      await close();
    }
  });
});

/** Whether the page's background is darker than its text. */
function isDark(): boolean {
  const brightness = (colour: string) =>
    (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  const { color, backgroundColor } = getComputedStyle(document.body);
  const behind = getComputedStyle(document.documentElement).backgroundColor;
  const shown = backgroundColor === 'rgba(0, 0, 0, 0)' ? behind : backgroundColor;
  return brightness(shown) < brightness(color);
}
