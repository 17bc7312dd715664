import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

const ownFolder = 'import.meta.dirname';

/**
 * Keeps `import.meta.dirname` of a subject's modules the folder of their source although they run
 * from the bundle: a subject finds there what its build has made.
 */
export const subjectFolder: Plugin = {
  name: 'subject-folder',
  setup(build) {
    build.onLoad({ filter: /[\\/]subjects[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(ownFolder)) return undefined;
      const contents = source.replaceAll(ownFolder, JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};
