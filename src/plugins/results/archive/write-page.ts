import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, page } from './layout.ts';
import type { ArchiveContext } from './task.ts';

type Site = Pick<ArchiveContext, 'outDir' | 'stylesheet'>;

/** Writes a page to its place in the built site. */
export function writePage(of: Page, { outDir, stylesheet }: Site): void {
  const folder = join(outDir, of.path);
  mkdirSync(folder, { recursive: true });
  // Written at once: the processes of the archive do nothing else, and waiting would cost more.
  writeFileSync(join(folder, 'index.html'), page(of, { stylesheet }));
}
