/** Paths below the site's base, as links and routes need them: `/results/…/` with both slashes. */
export const resultsPath = '/results/';

export function versionPath(version: string): string {
  return `${resultsPath}${version}/`;
}

export function suitePath(version: string, suite: string): string {
  return `${versionPath(version)}${suite}/`;
}

export function scenarioPath(version: string, suite: string, scenario: string): string {
  return `${suitePath(version, suite)}${scenario}/`;
}

/** The published document itself. */
export function documentPath(version: string, suite: string): string {
  return `${versionPath(version)}${suite}.json`;
}

/** Every sample of a scenario's trials, a line each. */
export function samplesPath(version: string, suite: string, scenario: string): string {
  return `${scenarioPath(version, suite, scenario)}samples.csv`;
}

/** Every point of a scenario's series, a line each. */
export function seriesCsvPath(version: string, suite: string, scenario: string): string {
  return `${scenarioPath(version, suite, scenario)}series.csv`;
}

/** Call trees of the profiled cases of a scenario. */
export function profilesPath(version: string, suite: string, scenario: string): string {
  return `${scenarioPath(version, suite, scenario)}profiles.json`;
}

/** What the charts of a scenario's series are drawn from. */
export function seriesPath(version: string, suite: string, scenario: string): string {
  return `${scenarioPath(version, suite, scenario)}series.json`;
}

/** The page that holds a table: its scenario's, or the suite's own. */
export function tablePagePath(version: string, suite: string, scenario: string | null): string {
  return scenario === null ? suitePath(version, suite) : scenarioPath(version, suite, scenario);
}
