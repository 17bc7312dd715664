import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { citationFormatNames } from '../../../bench-runner/results/citation/formats.ts';
import { describeInBrowser, site } from '../../testing/describe-in-browser.ts';
import { noOffences, type Visit, visit } from '../../testing/visit.ts';
import { archivedVersion } from './testing/test-site.ts';

const scenario = 'results/7.0/example/write/';
const table = '#write-1024';

const subjects = (page: Page) => page.locator(`${table} tbody th`).allTextContents();

describeInBrowser('a live scenario page', (browser) => {
  async function opened(
    tests: (visit: Visit) => Promise<void>,
    options: Parameters<typeof visit>[2] = {},
    path = scenario,
  ) {
    const visited = await visit(browser(), site.url, options);
    try {
      await visited.page.goto(site.url + path, { waitUntil: 'networkidle' });
      await tests(visited);
      expect(visited.offences).toEqual(noOffences);
    } finally {
      await visited.close();
    }
  }

  it('sorts a table by mouse and by keyboard, and back', () =>
    opened(async ({ page }) => {
      const before = await subjects(page);
      const heading = page.locator(`${table} thead th`).filter({ hasText: 'Subject' });
      await heading.getByRole('button').click();
      expect(await heading.getAttribute('aria-sort')).toBe('ascending');
      const ascending = before.toSorted((a, b) => a.localeCompare(b, 'en'));
      expect(await subjects(page)).toEqual(ascending);
      await heading.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      expect(await subjects(page)).toEqual(ascending.toReversed());
      await page.keyboard.press('Space');
      expect(await heading.getAttribute('aria-sort')).toBe('none');
      expect(await subjects(page)).toEqual(before);
    }));

  it('cites a table in six formats and copies each with one press', () =>
    opened(
      async ({ page }) => {
        await page
          .locator(table)
          .getByRole('link', { name: /^Cite / })
          .click();
        const dialog = page.getByRole('dialog');
        const tabs = dialog.getByRole('tab');
        await tabs.first().waitFor();
        expect(await tabs.count()).toBe(citationFormatNames.length);
        const texts = new Set<string>();
        for (let index = 0; index < citationFormatNames.length; index += 1) {
          await tabs.nth(index).click();
          await dialog.getByRole('button', { name: /^Copy / }).click();
          await dialog.getByText(/copied\.$/).waitFor();
          const copied = await page.evaluate(() => navigator.clipboard.readText());
          const shown = await dialog.getByRole('tabpanel').textContent();
          expect(copied.replaceAll('\r\n', '\n')).toBe(shown?.replaceAll('\r\n', '\n'));
          expect(copied).toContain('lab:7.0/example/write-1024@');
          texts.add(copied);
        }
        expect(texts.size).toBe(citationFormatNames.length);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('leads to its citations without JavaScript', () =>
    opened(
      async ({ page }) => {
        await page
          .locator(table)
          .getByRole('link', { name: /^Cite / })
          .click();
        await page.waitForURL(`${site.url}${scenario}cite/${table}`);
        for (const format of citationFormatNames) {
          const text = await page.locator(`${table}-${format} + pre`).textContent();
          expect(text).toContain('lab:7.0/example/write-1024@');
        }
      },
      { javaScriptEnabled: false },
    ));

  it('shows tables whole without JavaScript', () =>
    opened(
      async ({ page }) => {
        expect((await subjects(page)).length).toBeGreaterThan(1);
        expect(await page.locator(`${table} tbody`).textContent()).toContain('n = 3');
      },
      { javaScriptEnabled: false },
    ));

  it('keeps the page when the version changes, live or archived', () =>
    opened(async ({ page, offences }) => {
      for (const version of ['3.0', archivedVersion]) {
        await page.locator('summary').filter({ hasText: 'Version' }).click();
        await page
          .getByRole('navigation', { name: 'This page in other versions' })
          .getByRole('link', { name: version })
          .click();
        await page.waitForURL(`${site.url}results/${version}/example/write/`);
        await page.getByRole('heading', { level: 1, name: 'Write' }).waitFor();
      }
      expect(offences).toEqual(noOffences);
    }));

  it('runs at most 180 KB of compressed scripts before a chart is scrolled to', async () => {
    // Low enough for no chart to be in sight. What is fetched ahead for other pages does not run.
    const { page, close } = await visit(browser(), site.url, {
      viewport: { width: 1280, height: 200 },
    });
    try {
      const sizes: Promise<number>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() !== 'script') return;
        sizes.push(response.body().then((body) => gzipSync(body).length));
      });
      await page.goto(site.url + scenario, { waitUntil: 'networkidle' });
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThanOrEqual(180_000);
    } finally {
      await close();
    }
  });

  it('draws a chart once it is scrolled to, without moving anything', () =>
    opened(async ({ page }) => {
      await page.evaluate(() => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = 'value' in entry ? Number(entry.value) : 0;
            document.body.dataset.shift = String(Number(document.body.dataset.shift ?? 0) + shift);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const canvas = page.locator('figure canvas').first();
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      await page.locator('figure').first().scrollIntoViewIfNeeded();
      await canvas.waitFor();
      // A canvas that was drawn on holds something else than nothing.
      await expect
        .poll(() =>
          canvas.evaluate((element) => {
            if (!(element instanceof HTMLCanvasElement) || element.width === 0) return false;
            const context = element.getContext('2d');
            const { data } = context?.getImageData(0, 0, element.width, element.height) ?? {};
            return data?.some((byte) => byte !== 0) ?? false;
          }),
        )
        .toBe(true);
      expect(await height()).toBe(before);
      expect(await page.evaluate(() => Number(document.body.dataset.shift ?? 0))).toBeLessThan(
        0.01,
      );
    }));
});
