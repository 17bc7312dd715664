import type { LoadContext } from '@docusaurus/types';
import { expect, it } from 'vitest';
import resultsPlugin from './index.ts';

it('keeps the bundler from renaming chunks after their content, which changes digits of figures', () => {
  const context = { siteDir: '.', baseUrl: '/' } as LoadContext;
  const configure = resultsPlugin(context).configureWebpack;
  expect(Reflect.apply(Object(configure), undefined, [])).toMatchObject({
    optimization: { realContentHash: false },
  });
});
