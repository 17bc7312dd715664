import type { ResultDocument, Scenario } from '../../../bench-runner/results/schema.ts';
import { caseCaveats } from './case-caveats.ts';
import { chartsOf } from './charts/of-scenario.ts';
import { coverageOf } from './coverage.ts';
import type { PageLink, ScenarioPageData, SeriesOfPage } from './page-data.ts';
import { answerLinks, documentHead, pageTable, sourceOf } from './page-parts.ts';
import {
  documentPath,
  profilesPath,
  samplesPath,
  scenarioPath,
  seriesCsvPath,
  seriesPath,
  suitePath,
} from './paths.ts';
import { collectProfiles } from './profiles/collect.ts';
import type { ProfilesOfPage } from './profiles/types.ts';
import { collectSeries } from './series/collect.ts';
import type { ResultVersion } from './versions.ts';

/** What a scenario's page shows: only that scenario's part of the document. */
export function scenarioPage(
  version: ResultVersion,
  document: ResultDocument,
  scenario: Scenario,
): ScenarioPageData {
  const { suite } = document;
  const cases = document.cases.filter((one) => one.scenario === scenario.id);
  const tables = document.tables.filter((table) => table.scenario === scenario.id);
  const subjects = new Set(cases.map((one) => one.subject));
  const place = suite.scenarios.findIndex(({ id }) => id === scenario.id);
  const link = (other: Scenario | undefined): PageLink | null =>
    other ? { title: other.title, path: scenarioPath(version.label, suite.id, other.id) } : null;
  return {
    version: documentHead(version, document),
    source: sourceOf(version, document),
    suite: { id: suite.id, title: suite.title, path: suitePath(version.label, suite.id) },
    scenario,
    metrics: scenario.metrics.flatMap((id) => suite.metrics.find((one) => one.id === id) ?? []),
    subjects: suite.subjects.filter(({ id }) => subjects.has(id)),
    tables: tables.map((table) => pageTable(version.label, document, table)),
    // Archived pages have no script that could draw.
    charts: version.live ? chartsOf(document, scenario) : [],
    series: version.live ? seriesOfPage(version.label, document, scenario) : null,
    profiles: profilesOfPage(version.label, document, scenario),
    coverage: coverageOf(cases),
    caveats: caseCaveats(cases, suite.subjects, scenario.axes),
    answers: answerLinks(version.label, document).filter((answer) =>
      tables.some(({ id }) => id === answer.table),
    ),
    samplesPath: samplesPath(version.label, suite.id, scenario.id),
    documentPath: documentPath(version.label, suite.id),
    previous: link(suite.scenarios[place - 1]),
    next: link(suite.scenarios[place + 1]),
  };
}

function seriesOfPage(
  version: string,
  document: ResultDocument,
  scenario: Scenario,
): SeriesOfPage | null {
  const { charts } = collectSeries(document, scenario);
  const place = [version, document.suite.id, scenario.id] as const;
  return charts.length === 0
    ? null
    : { charts, path: seriesPath(...place), csvPath: seriesCsvPath(...place) };
}

function profilesOfPage(
  version: string,
  document: ResultDocument,
  scenario: Scenario,
): ProfilesOfPage | null {
  const { cases } = collectProfiles(document, scenario);
  if (cases.length === 0) return null;
  return { cases, path: profilesPath(version, document.suite.id, scenario.id) };
}
