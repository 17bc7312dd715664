import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, site } from '../../../testing/describe-in-browser.ts';
import { noOffences, type Visit, visit } from '../../../testing/visit.ts';
import { archivedHttpVersion, httpVersion } from '../testing/test-site.ts';

const scenario = `results/${httpVersion}/example/write/`;

describeInBrowser('the CPU profiles of a scenario', (browser) => {
  async function opened(
    tests: (visit: Visit) => Promise<void>,
    options: Parameters<typeof visit>[2] = {},
  ) {
    const visited = await visit(browser(), site.url, options);
    try {
      await visited.page.goto(site.url + scenario, { waitUntil: 'networkidle' });
      await tests(visited);
      expect(visited.offences).toEqual(noOffences);
    } finally {
      await visited.close();
    }
  }

  const profile = (page: Page, number: number) => page.locator(`#profile-${number}`);
  /** Width of a function's frame, in pixels; null while it is not drawn. */
  const widthOf = (page: Page, name: string) =>
    profile(page, 1)
      .locator(`g.frame[name="${name}"] rect`)
      .first()
      .evaluate((rect) => rect.getBoundingClientRect().width)
      .catch(() => null);

  it('are drawn as flame graphs once they are looked at, fetched once, and move nothing', () =>
    opened(async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (/profiles\.json|flame/.test(request.url())) asked.push(request.url());
      });
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      expect(await profile(page, 1).locator('svg').count()).toBe(0);
      expect(asked).toEqual([]);
      await profile(page, 1).locator('figure').scrollIntoViewIfNeeded();
      await expect.poll(() => profile(page, 1).locator('g.frame').count()).toBe(7);
      await profile(page, 2).locator('figure').scrollIntoViewIfNeeded();
      await expect.poll(() => profile(page, 2).locator('g.frame').count()).toBe(7);
      expect(asked.filter((address) => address.endsWith('profiles.json'))).toHaveLength(1);
      expect(await height()).toBe(before);
    }));

  it('give a function the width of its time, tell it, and enlarge it where it is clicked', () =>
    opened(async ({ page }) => {
      await profile(page, 1).locator('figure').scrollIntoViewIfNeeded();
      const whole = () => widthOf(page, '(root)');
      await expect.poll(whole).toBeGreaterThan(100);
      // 160 of 200 ms.
      await expect
        .poll(async () => ((await widthOf(page, 'append')) ?? 0) / ((await whole()) ?? 1))
        .toBeCloseTo(0.8, 2);
      const frame = profile(page, 1).locator('g.frame[name="append"]');
      await frame.hover();
      const told = () => profile(page, 1).locator('figure > p').textContent();
      await expect
        .poll(told)
        .toBe(
          'append, bench-runner/suites/example/subjects/plain/index.ts:12: 80 %, 160 ms; its own 40 ms',
        );
      await frame.click();
      await expect
        .poll(async () => ((await widthOf(page, 'append')) ?? 0) / ((await whole()) ?? 1))
        .toBeCloseTo(1, 2);
    }));

  it('follow the colours of the page', () =>
    opened(
      async ({ page }) => {
        await profile(page, 1).locator('figure').scrollIntoViewIfNeeded();
        const fill = () =>
          profile(page, 1)
            .locator('g.frame[name="append"] rect')
            .evaluate((rect) => getComputedStyle(rect).fill);
        await expect.poll(() => fill().catch(() => '')).toMatch(/\d/);
        const light = await fill();
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect.poll(fill, { timeout: 10_000 }).not.toBe(light);
      },
      { colorScheme: 'light' },
    ));

  it('are tables without JavaScript', () =>
    opened(
      async ({ page }) => {
        const rows = profile(page, 1).locator('tbody tr');
        expect(await rows.first().textContent()).toBe('writeSyncnode:fs:92080 ms40 %40 %400');
        const instead = profile(page, 1).locator('figure noscript p');
        expect(await instead.innerText()).toContain('needs JavaScript; the table above');
      },
      { javaScriptEnabled: false },
    ));

  it('say why a flame graph is not drawn', async () => {
    const { page, offences, close } = await visit(browser(), site.url);
    try {
      await page.route('**/profiles.json', (route) => route.fulfill({ status: 503, body: 'busy' }));
      await page.goto(site.url + scenario, { waitUntil: 'networkidle' });
      await profile(page, 1).locator('figure').scrollIntoViewIfNeeded();
      await page
        .getByText(/could not be drawn: .*profiles\.json answered 503/)
        .first()
        .waitFor();
      expect(offences.foreign).toEqual([]);
    } finally {
      await close();
    }
  });
});

it('keep the tables of CPU profiles, and only these, in an archived version', async () => {
  const page = join(site.folder, 'results', archivedHttpVersion, 'example/write');
  const markup = await readFile(join(page, 'index.html'), 'utf8');
  expect(markup).toContain('<h2 id="profiles">CPU profiles</h2>');
  expect(markup).toContain('<code>writeSync</code> <small>node:fs:920</small>');
  await expect(readFile(join(page, 'profiles.json'))).rejects.toThrow('ENOENT');
});
