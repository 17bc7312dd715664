import { expect, it } from 'vitest';
import { archivedVersion } from './plugins/results/testing/test-site.ts';
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
  'archived overview': `results/${archivedVersion}/`,
  'archived suite': `results/${archivedVersion}/example/`,
  'archived scenario': `results/${archivedVersion}/example/write/`,
  'citations of a live page': 'results/7.0/example/write/cite/',
  'citations of an archived page': `results/${archivedVersion}/example/write/cite/`,
  documentation: 'docs/introduction/',
  'page that does not exist': 'nowhere/',
};

const loadFailure = /Failed to load resource: the server responded with a status of 404/;

describeInBrowser('every kind of page', (browser) => {
  for (const scheme of ['light', 'dark'] as const) {
    it.each(Object.entries(pages))(`%s, ${scheme}`, async (name, path) => {
      const { page, offences, close } = await visit(browser(), site.url, { colorScheme: scheme });
      try {
        await page.goto(site.url + path, { waitUntil: 'networkidle' });
        const expected = name === 'page that does not exist' ? [loadFailure] : [];
        const errors = offences.errors.filter((one) => !expected.some((known) => known.test(one)));
        expect({ ...offences, errors }).toEqual(noOffences);
        expect(await page.evaluate(faultsOfPage)).toEqual([]);
        expect(await page.evaluate(faintTexts)).toEqual([]);
      } finally {
        await close();
      }
    });
  }

  it.each(Object.entries(pages))('%s does not scroll sideways on a phone', async (_, path) => {
    const { page, close } = await visit(browser(), site.url, { viewport: phone });
    try {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(phone.width);
    } finally {
      await close();
    }
  });
});
