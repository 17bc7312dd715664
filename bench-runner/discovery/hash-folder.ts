import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const notConfiguration = new Set(['node_modules', 'dist', '.git']);

/**
 * SHA-256 over the relative paths and contents of a folder's files, in sorted order. Installed
 * packages, what is built in `dist` and tests are left out: the lock file and the sources say
 * what those are.
 */
export async function hashFolder(folder: string): Promise<string> {
  return hashFiles(folder, await files(folder, ''));
}

/** SHA-256 over files' paths, relative to a folder, and contents, in the order given. */
export async function hashFiles(folder: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = await readFile(join(folder, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function files(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const paths = await Promise.all(
    entries.map(async (entry) => {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return notConfiguration.has(entry.name) ? [] : files(folder, path);
      return entry.name.endsWith('.test.ts') ? [] : [path];
    }),
  );
  return paths.flat().sort();
}
