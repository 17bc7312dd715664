import type { ScenarioPageData, SuitePageData } from '../page-data.ts';
import { scenarioPath, suitePath } from '../paths.ts';
import type { CitedPage } from './cite-page.ts';

/** What the citation page of a suite's page holds. */
export function citedSuite({ version, source, suite, tables }: SuitePageData): CitedPage {
  return {
    version,
    source,
    parents: [version],
    title: suite.title,
    path: suitePath(version.label, suite.id),
    tables,
  };
}

/** What the citation page of a scenario's page holds. */
export function citedScenario({
  version,
  source,
  suite,
  scenario,
  tables,
}: ScenarioPageData): CitedPage {
  if (scenario.id === 'cite') {
    throw new Error(
      `version ${version.label}, suite ${suite.id}: a scenario cannot have the id "cite", because its page would take the place of the suite's citations; rename the scenario`,
    );
  }
  return {
    version,
    source,
    parents: [version, suite],
    title: scenario.title,
    path: scenarioPath(version.label, suite.id, scenario.id),
    tables,
  };
}
