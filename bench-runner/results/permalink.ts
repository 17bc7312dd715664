/** What a permalink points to: a table of a suite in a version. */
export interface TablePlace {
  version: string;
  suite: string;
  /** The scenario whose page holds the table; null for the suite's own page. */
  scenario: string | null;
  table: string;
}

/**
 * The address of a table, which outlives later versions.
 * @param siteRoot Address of the site's root, ending in a slash.
 */
export function permalink(
  { version, suite, scenario, table }: TablePlace,
  siteRoot: string,
): string {
  const page = scenario === null ? suite : `${suite}/${scenario}`;
  return `${siteRoot}results/${version}/${page}/#${table}`;
}
