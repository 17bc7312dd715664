import type { LoadContext, Plugin } from '@docusaurus/types';

/**
 * Lets the bundler read the modules that Docusaurus generates, which call `require`, although the
 * project is one of ECMAScript modules.
 */
export default function generatedModulesPlugin({ generatedFilesDir }: LoadContext): Plugin {
  return {
    name: 'generated-modules',
    configureWebpack: () => ({
      module: { rules: [{ test: /\.js$/, include: generatedFilesDir, type: 'javascript/auto' }] },
    }),
  };
}
