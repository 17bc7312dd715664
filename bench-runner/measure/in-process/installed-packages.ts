import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

const resolving = Symbol('resolving');
const subjectPackages = /[\\/]subjects[\\/][^\\/]+[\\/]node_modules[\\/]/;

/**
 * Leaves packages that a subject has installed in its own folder out of the bundle: they run as
 * their authors ship them, and native ones find their libraries, which lie beside their files.
 */
export const installedPackages: Plugin = {
  name: 'installed-packages',
  setup(build) {
    build.onResolve(
      { filter: /^[^./]/ },
      async ({ path, importer, kind, resolveDir, pluginData }) => {
        if (pluginData === resolving || !importer.includes(`${sep}subjects${sep}`))
          return undefined;
        const resolved = await build.resolve(path, {
          importer,
          kind,
          resolveDir,
          pluginData: resolving,
        });
        if (resolved.errors.length > 0 || !subjectPackages.test(resolved.path)) return undefined;
        return { path: pathToFileURL(resolved.path).href, external: true };
      },
    );
  },
};
