import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** What the index is made of. */
export interface IndexRequest {
  /** Folder of the built site. */
  outDir: string;
  /** Paths of the pages below the site's base. */
  paths: string[];
}

/** Parts of a page that say nothing a reader would search for. */
const left = ['nav', 'tbody', '[popover]', '.hash-link', '.theme-doc-footer', 'script', 'style'];

/** Indexes built pages, into the folder `pagefind` beside them. @throws Error naming the page. */
export async function writeIndex({ outDir, paths }: IndexRequest): Promise<void> {
  const { index, errors } = await createIndex({
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
    await close();
  }
}

function refuse(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`the search index refuses ${what}: ${errors.join('; ')}`);
}
