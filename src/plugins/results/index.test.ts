import type { LoadContext } from '@docusaurus/types';
import { expect, it } from 'vitest';
import resultsPlugin from './index.ts';
import type { LoadedResults } from './load.ts';

const context = { siteDir: '.', baseUrl: '/' } as LoadContext;
const content: LoadedResults = { versions: [], notices: [] };

it.each([{ isServer: true }, { isServer: false }])(
  'keeps the bundler from renaming chunks after their content, which changes digits of figures: $isServer',
  ({ isServer }) => {
    const configure = resultsPlugin(context).configureWebpack;
    expect(Reflect.apply(Object(configure), undefined, [{}, isServer, {}, content])).toMatchObject({
      optimization: { realContentHash: false },
    });
  },
);
