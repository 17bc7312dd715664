import { expect, it } from 'vitest';
import { describeInBrowser, site } from '../../testing/describe-in-browser.ts';
import { noOffences, visit } from '../../testing/visit.ts';

describeInBrowser('search', (browser) => {
  it('loads its index when it is used, finds a page and leads there by keyboard', async () => {
    const { page, offences, close } = await visit(browser(), site.url);
    try {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(site.url, { waitUntil: 'networkidle' });
      expect(asked.filter((address) => address.includes('/pagefind/'))).toEqual([]);
      const box = page.getByRole('searchbox', { name: 'Search' });
      await box.fill('Does pooling buffers pay');
      await page.getByText(/^\d+( of \d+)? pages?$/).waitFor();
      expect(asked.some((address) => address.includes('/pagefind/pagefind.js'))).toBe(true);
      await page.keyboard.press('ArrowDown');
      const target = await page.locator(':focus').getAttribute('href');
      expect(target).toMatch(/^\/lab\/results\/7\.0\/|^\/lab\/$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(new URL(target ?? '', site.url).href);
      expect(offences).toEqual(noOffences);
    } finally {
      await close();
    }
  });

  it('says that nothing was found, and closes on Escape', async () => {
    const { page, close } = await visit(browser(), site.url);
    try {
      await page.goto(site.url, { waitUntil: 'networkidle' });
      await page.getByRole('searchbox', { name: 'Search' }).fill('ʘʘʘʘ');
      const status = page.getByText('Nothing found.');
      await status.waitFor();
      await page.keyboard.press('Escape');
      await status.waitFor({ state: 'hidden' });
    } finally {
      await close();
    }
  });
});
