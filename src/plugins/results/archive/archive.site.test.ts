import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeInBrowser, site } from '../../../testing/describe-in-browser.ts';
import { noOffences, visit } from '../../../testing/visit.ts';
import { archivedVersion, testBase, testVersions } from '../testing/test-site.ts';

const newest = testVersions[6];

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

const read = (path: string) => readFile(join(site.folder, path), 'utf8');

describe('an archived version', () => {
  const folder = join(site.folder, 'results', archivedVersion);

  it('has a page wherever a live version has one, its document and its samples', async () => {
    const names = async (label: string) => {
      const below = join(site.folder, 'results', label);
      const files = (await filesBelow(below)).map((file) => file.slice(below.length));
      return files.filter((file) => !file.includes('hostile')).sort();
    };
    expect(await names(archivedVersion)).toEqual(await names(newest));
  });

  it('ships no script and no address of another host', async () => {
    for (const file of await filesBelow(folder)) {
      if (!file.endsWith('.html')) continue;
      const markup = await readFile(file, 'utf8');
      expect(markup, file).not.toMatch(/<script|javascript:|<iframe|\son\w+=/i);
      const loaded = [...markup.matchAll(/<(?:link|img)[^>]*(?:href|src)="([^"]*)"/g)].map(
        ([tag, address = '']) => (tag.includes('rel="canonical"') ? '' : address),
      );
      expect(loaded.filter((address) => address !== '' && !address.startsWith(testBase))).toEqual(
        [],
      );
    }
  });

  it('links to nothing that is not there', async () => {
    const known = new Map<string, string>();
    for (const file of await filesBelow(folder)) {
      if (!file.endsWith('.html')) continue;
      const markup = await readFile(file, 'utf8');
      for (const [, address = ''] of markup.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        const [path = '', fragment] = address.split('#');
        const target = path === '' ? file : fileAt(path);
        const content = known.get(target) ?? (await readFile(target, 'utf8'));
        known.set(target, content);
        if (fragment) expect(content, `${file} links to ${address}`).toMatch(idOf(fragment));
      }
    }
    expect(known.size).toBeGreaterThan(5);
  });

  it('names itself, its address and whether the newest version bears it out', async () => {
    const markup = await read(`results/${archivedVersion}/example/write/index.html`);
    expect(markup).toContain(
      `<link rel="canonical" href="https://lab.test${testBase}results/${archivedVersion}/example/write/">`,
    );
    expect(markup).toMatch(/<html lang="en"/);
    expect(markup).toMatch(/<meta name="description" content="[^"]{20,}">/);
    expect(markup).toContain(`This is version ${archivedVersion}, an archived one.`);
    expect(markup).toContain(`href="${testBase}results/${newest}/example/write/"`);
    // The same figures in another version cannot contradict themselves.
    expect(markup).toMatch(/Version 7\.0<\/a> agrees with this table/);
  });

  it('keeps its citations out of search engines and the rest in', async () => {
    const cite = await read(`results/${archivedVersion}/example/write/cite/index.html`);
    const page = await read(`results/${archivedVersion}/example/write/index.html`);
    expect(cite).toContain('<meta name="robots" content="noindex, follow">');
    expect(page).not.toContain('noindex');
  });
});

/** The file that a path of the site stands for. */
function fileAt(path: string): string {
  expect(path.startsWith(testBase), path).toBe(true);
  const below = path.slice(testBase.length);
  return join(site.folder, below.endsWith('/') || below === '' ? `${below}index.html` : below);
}

function idOf(fragment: string): RegExp {
  return new RegExp(`\\sid="?${fragment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["\\s>]`);
}

describeInBrowser('an archived scenario page', (browser) => {
  it('leads from a caveat mark to its explanation and from Cite to six formats', async () => {
    const { page, offences, close } = await visit(browser(), site.url, {
      javaScriptEnabled: false,
    });
    try {
      await page.goto(`${site.url}results/${archivedVersion}/example/write/`);
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
      const section = page.locator('#write-1024');
      await section.getByRole('link', { name: 'Cite this table' }).click();
      await page.waitForURL(/\/write\/cite\/#write-1024$/);
      expect(await page.locator('section:has(> #write-1024) pre').count()).toBe(6);
      expect(offences).toEqual(noOffences);
    } finally {
      await close();
    }
  });
});
