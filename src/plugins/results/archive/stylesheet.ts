import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Copies the style sheet under a name that changes with it, and gives its path on the site. */
export async function writeStylesheet(outDir: string): Promise<string> {
  const source = fileURLToPath(new URL('./archive.css', import.meta.url));
  const hash = createHash('sha256')
    .update(await readFile(source))
    .digest('hex')
    .slice(0, 8);
  const path = `/assets/archive.${hash}.css`;
  await mkdir(join(outDir, 'assets'), { recursive: true });
  await copyFile(source, join(outDir, path));
  return path;
}
