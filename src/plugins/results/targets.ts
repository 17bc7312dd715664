import type { VersionTarget } from './page-data.ts';
import { scenarioPath, suitePath, versionPath } from './paths.ts';
import type { ResultVersion } from './versions.ts';

/** The page a reader is on, whatever the version. */
export interface Place {
  suite?: string;
  scenario?: string;
}

/** Where the version menu leads from a place: the same page in each version, else its nearest parent. */
export function targetsOf(versions: readonly ResultVersion[], place: Place): VersionTarget[] {
  return versions.map(({ label, title, live, heads }) => {
    const suite = heads.find((head) => head.suite.id === place.suite)?.suite;
    const scenario = suite?.scenarios.find(({ id }) => id === place.scenario);
    const path = !suite
      ? versionPath(label)
      : scenario
        ? scenarioPath(label, suite.id, scenario.id)
        : suitePath(label, suite.id);
    const exact = place.suite === suite?.id && place.scenario === scenario?.id;
    return { title, label, path, live, exact };
  });
}
