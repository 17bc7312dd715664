import { resultsPath, versionPath } from '../results/paths.ts';

/**
 * Paths below the site's base that search finds: all routes but the results of versions other than
 * the newest.
 * @param newest Label of the newest published version; without one, local results are searched.
 */
export function searchable(
  routes: readonly string[],
  baseUrl: string,
  newest: string | undefined,
): string[] {
  const results = newest === undefined ? resultsPath : versionPath(newest);
  return routes
    .filter((route) => route.startsWith(baseUrl) && !route.endsWith('.html'))
    .map((route) => `/${route.slice(baseUrl.length)}`)
    .filter((path) => !path.startsWith(resultsPath) || path.startsWith(results));
}
