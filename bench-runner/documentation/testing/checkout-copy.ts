import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** What the project makes and does not keep, as in .gitignore. */
const made = new Set(['.git', '.lab', '.docusaurus', 'build', 'coverage']);

/** A copy of the project that may be changed; it shares the installed packages. */
export async function copyCheckout(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-checkout-'));
  await cp(projectRoot, folder, {
    recursive: true,
    filter: (source) => {
      const parts = relative(projectRoot, source).split(sep);
      return !made.has(parts[0] ?? '') && !parts.includes('node_modules');
    },
  });
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
