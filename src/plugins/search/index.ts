import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { publishedHeads } from '../results/published-heads.ts';
import { resultsRoot } from '../results/root.ts';
import { orderVersions } from '../results/versions.ts';
import { searchable } from './searchable.ts';

/** Parts of a page that say nothing a reader would search for. */
const left = ['nav', 'tbody', '[popover]', '.hash-link', '.sr-only', 'script', 'style'];

/**
 * Indexes the built pages for the search box: documentation, notes and the newest version's
 * results. Figures are left out, and so are older versions, whose pages would say the same again.
 */
export default function searchPlugin({ siteDir, baseUrl }: LoadContext): Plugin {
  return {
    name: 'search',

    async postBuild({ outDir, routesPaths }) {
      const versions = orderVersions(await publishedHeads(resultsRoot(siteDir)));
      const paths = searchable(routesPaths, baseUrl, versions[0]?.label);
      // Loaded here, so that only builds need the program it comes with.
      const pagefind = await import('pagefind');
      const { index, errors } = await pagefind.createIndex({
        rootSelector: 'main',
        excludeSelectors: left,
        forceLanguage: 'en',
      });
      if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
      try {
        for (const path of paths) {
          const content = await readFile(join(outDir, path, 'index.html'), 'utf8');
          refuse((await index.addHTMLFile({ url: path, content })).errors, path);
        }
        const written = await index.writeFiles({ outputPath: join(outDir, 'pagefind') });
        refuse(written.errors, 'pagefind');
      } finally {
        await pagefind.close();
      }
    },
  };
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`the search index refuses ${what}: ${errors.join('; ')}`);
}
