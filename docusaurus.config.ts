import { fileURLToPath } from 'node:url';
import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { themes } from 'prism-react-renderer';
import { baseUrl, siteUrl } from './bench-runner/results/site.ts';
import { sitemapItems } from './src/plugins/results/sitemap.ts';
import { resultTables } from './src/remark/result-table.ts';

// React writes no white space that could be left out. What the minifier saves, quotation marks and
// end tags, compression saves as well, and it takes a sixth of the time of the live pages.
process.env.SKIP_HTML_MINIFICATION ??= 'true';

const siteDir = fileURLToPath(new URL('.', import.meta.url));
const remarkPlugins = [resultTables(siteDir)];

const config: Config = {
  title: 'Benchmark Lab',
  tagline: 'Benchmark results that a reader can trust, rebuild and cite.',
  // Not `static` whole: published documents are copied by the results plugin, one after the other.
  // The bundler would hold all of them in memory at once.
  staticDirectories: ['static/site'],
  favicon: 'img/favicon.ico',
  url: siteUrl(),
  baseUrl: baseUrl(),
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  future: {
    v4: true,
    // The cache of the bundler outgrew a gigabyte and kept results of earlier builds alive.
    faster: { rspackPersistentCache: false },
    // Pages show no dates of last edits, so the history of every file need not be read.
    experimental_vcs: false,
  },
  markdown: {
    // Headings of the documentation name their anchors: `## Title {#anchor}`.
    mdx1Compat: { headingIds: true },
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  headTags: [
    {
      tagName: 'link',
      attributes: { rel: 'icon', type: 'image/svg+xml', href: `${baseUrl()}img/favicon.svg` },
    },
    {
      tagName: 'link',
      attributes: { rel: 'apple-touch-icon', href: `${baseUrl()}img/apple-touch-icon.png` },
    },
    { tagName: 'meta', attributes: { name: 'color-scheme', content: 'light dark' } },
  ],
  presets: [
    [
      'classic',
      {
        docs: { sidebarPath: './sidebars.ts', remarkPlugins },
        blog: {
          routeBasePath: 'notes',
          blogTitle: 'Notes',
          blogDescription: 'Notes on what the benchmarks showed and how they were made.',
          blogSidebarTitle: 'Notes',
          onInlineAuthors: 'ignore',
          onUntruncatedBlogPosts: 'ignore',
          remarkPlugins,
        },
        pages: false,
        sitemap: {
          changefreq: null,
          priority: null,
          createSitemapItems: sitemapItems(siteDir),
        },
        theme: { customCss: './src/css/site.css' },
      } satisfies Preset.Options,
    ],
  ],
  plugins: [
    './src/plugins/bundling/index.ts',
    './src/plugins/results/index.ts',
    './src/plugins/search/index.ts',
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: 'Benchmark Lab',
      logo: { alt: '', src: 'img/favicon.svg', width: 28, height: 28 },
      items: [
        { to: '/results/', label: 'Results', position: 'left' },
        { type: 'doc', docId: 'introduction', label: 'Docs', position: 'left' },
        { to: '/notes/', label: 'Notes', position: 'left' },
      ],
    },
    footer: {
      links: [
        { label: 'Results', to: '/results/' },
        { label: 'Documentation', to: '/docs/introduction/' },
        { label: 'Notes', to: '/notes/' },
      ],
      copyright: 'Released under the MIT licence. Every figure names the run it was measured in.',
    },
    prism: {
      theme: themes.oneLight,
      darkTheme: themes.oneDark,
      additionalLanguages: ['bash', 'json', 'latex'],
    },
    docs: { sidebar: { hideable: true } },
  } satisfies Preset.ThemeConfig,
};

export default config;
