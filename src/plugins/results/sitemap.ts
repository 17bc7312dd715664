import type { Options } from '@docusaurus/preset-classic';
import { developmentVersion } from '../../../bench-runner/results/identifiers.ts';
import { siteRoot } from '../../../bench-runner/results/site.ts';
import { scenarioPath, suitePath, versionPath } from './paths.ts';
import { publishedHeads } from './published-heads.ts';
import { resultsRoot } from './root.ts';
import { orderVersions, type ResultVersion } from './versions.ts';

type SitemapOptions = Exclude<Options['sitemap'], false | undefined>;

/**
 * Lists the archived pages besides the routes, which alone the sitemap plugin knows, and leaves the
 * local run out, which is on nobody else's site.
 */
export function sitemapItems(siteDir: string): SitemapOptions['createSitemapItems'] {
  return async ({ defaultCreateSitemapItems, ...rest }) => {
    const local = siteRoot() + versionPath(developmentVersion).slice(1);
    const items = await defaultCreateSitemapItems(rest);
    const versions = orderVersions(await publishedHeads(resultsRoot(siteDir)));
    return [
      ...items.filter(({ url }) => !url.startsWith(local)),
      ...versions
        .filter(({ live }) => !live)
        .flatMap(pathsOf)
        .map((path) => ({ url: siteRoot() + path.slice(1) })),
    ];
  };
}

/** Paths of all pages of a version. */
export function pathsOf({ label, heads }: Pick<ResultVersion, 'label' | 'heads'>): string[] {
  return [
    versionPath(label),
    ...heads.flatMap(({ suite: { id, scenarios } }) => [
      suitePath(label, id),
      ...scenarios.map((scenario) => scenarioPath(label, id, scenario.id)),
    ]),
  ];
}
