import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';

const require = createRequire(import.meta.url);
const highlighter = join(
  dirname(require.resolve('@docusaurus/theme-classic')),
  'prism-include-languages',
);

/** What the bundler must know of this project. */
export default function bundlingPlugin({ generatedFilesDir }: LoadContext): Plugin {
  return {
    name: 'bundling',
    configureWebpack: (_config, isServer) => ({
      // Chunks of the server's bundle are CommonJS, which the project's package.json says .js is not.
      ...(isServer && { output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' } }),
      module: {
        rules: [
          // Modules that Docusaurus generates call `require`, although the project's are ECMAScript.
          { test: /\.js$/, include: generatedFilesDir, type: 'javascript/auto' },
        ],
      },
      resolve: {
        // The theme ships the syntax highlighter (29 KB compressed) with every page; pages that show
        // code load it with `src/theme/CodeBlock/`.
        alias: { [highlighter]: false },
      },
    }),
  };
}
