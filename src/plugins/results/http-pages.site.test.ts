import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, site } from '../../testing/describe-in-browser.ts';
import { noOffences, phone, type Visit, visit } from '../../testing/visit.ts';
import { archivedHttpVersion, httpVersion } from './testing/test-site.ts';

const suite = `results/${httpVersion}/http/`;

describeInBrowser('a suite of many scenarios', (browser) => {
  async function opened(
    path: string,
    tests: (visit: Visit) => Promise<void>,
    options: Parameters<typeof visit>[2] = {},
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

  const drawn = (page: Page, title: string) =>
    page
      .locator('figure')
      .filter({ has: page.getByText(title, { exact: true }) })
      .locator('canvas')
      .evaluate((element) => {
        if (!(element instanceof HTMLCanvasElement) || element.width === 0) return false;
        const context = element.getContext('2d');
        const { data } = context?.getImageData(0, 0, element.width, element.height) ?? {};
        return data?.some((byte) => byte !== 0) ?? false;
      });

  for (const javaScriptEnabled of [true, false]) {
    it(`gives the reason behind a gap in its matrix ${javaScriptEnabled ? 'and' : 'without JavaScript, and'} leads to its cases`, () =>
      opened(
        suite,
        async ({ page }) => {
          const mark = page.getByRole('button', { name: /^Hono, Pages by offset.*: 4 of 6 / });
          await mark.click();
          const reasons = page.locator('[popover]:popover-open');
          expect(await reasons.textContent()).toContain('2 failed at check: GET /users/offset');
          await reasons.getByRole('link').click();
          await page.waitForURL(`${site.url}${suite}db-pagination/#coverage`);
          const cases = page.getByRole('region', { name: 'Coverage' });
          await cases.getByText('The cases, and what they printed last').click();
          await cases.getByText('What it printed last').first().click();
          expect(await cases.locator('pre').first().textContent()).toContain('ECONNREFUSED');
        },
        { javaScriptEnabled },
      ));
  }

  it('keeps the names of scenarios in sight where its matrix scrolls on a phone', () =>
    opened(
      suite,
      async ({ page }) => {
        const box = page.getByRole('region', { name: 'Cases measured, by scenario and subject' });
        const name = box.getByRole('rowheader', { name: 'Health check' });
        const before = await name.boundingBox();
        await box.evaluate((element) => element.scrollBy(150, 0));
        expect(await box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
        expect((await name.boundingBox())?.x).toBe(before?.x);
      },
      { viewport: phone },
    ));

  it('fetches how a scenario went over time when it is scrolled to, once', () =>
    opened(`${suite}spike-traffic/`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('series.json')) asked.push(request.url());
      });
      await page.getByRole('heading', { name: 'Over time' }).scrollIntoViewIfNeeded();
      await expect.poll(() => drawn(page, 'Requests per second')).toBe(true);
      await page.getByText('Memory of the server', { exact: true }).scrollIntoViewIfNeeded();
      await expect.poll(() => drawn(page, 'Memory of the server')).toBe(true);
      expect(asked).toHaveLength(1);
    }));

  it('says why a course over time is not drawn', async () => {
    const { page, offences, close } = await visit(browser(), site.url);
    try {
      await page.route('**/series.json', (route) => route.fulfill({ status: 503, body: 'busy' }));
      await page.goto(`${site.url}${suite}spike-traffic/`, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { name: 'Over time' }).scrollIntoViewIfNeeded();
      await page
        .getByText(/could not be drawn: .*series\.json answered 503/)
        .first()
        .waitFor();
      expect(offences.foreign).toEqual([]);
    } finally {
      await close();
    }
  });

  it('offers what was drawn as files', async () => {
    const folder = join(site.folder, suite, 'spike-traffic');
    expect(await readFile(join(folder, 'series.csv'), 'utf8')).toContain('latency-p95 (µs)');
    const markup = await readFile(join(folder, 'index.html'), 'utf8');
    expect(markup).toContain(`${suite}spike-traffic/series.csv`);
    // The page itself holds none of the points.
    expect(markup).not.toContain('"median":');
  });
});

it('keeps its matrix, its standings and its files in an archived version', async () => {
  const of = (version: string, name: string) =>
    readFile(join(site.folder, 'results', version, 'http', name), 'utf8');
  const markup = await of(archivedHttpVersion, 'index.html');
  expect(markup).toContain('<th scope="rowgroup" colspan="7">DB advanced</th>');
  expect(markup).toContain('Who was not beaten');
  expect(await of(archivedHttpVersion, 'spike-traffic/series.csv')).toBe(
    await of(httpVersion, 'spike-traffic/series.csv'),
  );
});
