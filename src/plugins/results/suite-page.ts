import type { ResultDocument, Scenario } from '../../../bench-runner/results/schema.ts';
import { byCategory } from './categories.ts';
import { coverageOf } from './coverage.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import type { Coverage, ScenarioEntry, SuitePageData, SuiteSummary } from './page-data.ts';
import { answerLinks, documentHead, pageTable, sourceOf } from './page-parts.ts';
import { documentPath, scenarioPath, suitePath } from './paths.ts';
import { standings } from './standings.ts';
import type { ResultVersion } from './versions.ts';

/** What a suite's page shows: question, hypothesis, answers, the suite's own tables and its parts. */
export function suitePage(version: ResultVersion, document: ResultDocument): SuitePageData {
  const { id, title, question, hypothesis, scenarios, subjects, metrics } = document.suite;
  const entryOf = (scenario: Scenario): ScenarioEntry => {
    const cases = document.cases.filter((one) => one.scenario === scenario.id);
    return {
      title: scenario.title,
      question: scenario.question,
      path: scenarioPath(version.label, id, scenario.id),
      measured: cases.filter(({ status }) => status === 'measured').length,
      planned: cases.length,
    };
  };
  return {
    version: documentHead(version, document),
    source: sourceOf(version, document),
    suite: { id, title, question, hypothesis },
    answers: answerLinks(version.label, document),
    scenarios: scenarios.map(entryOf),
    categories: byCategory(scenarios, entryOf),
    standings: standings(version.label, document),
    matrix: coverageMatrix(version.label, document),
    subjects,
    metrics,
    tables: document.tables
      .filter((table) => table.scenario === null)
      .map((table) => pageTable(version.label, document, table)),
    coverage: withoutDetails(coverageOf(document.cases)),
    caveats: document.caveats,
    documentPath: documentPath(version.label, id),
  };
}

/** A suite in the overview of its version. */
export function suiteSummary(version: ResultVersion, document: ResultDocument): SuiteSummary {
  const { id, title, question, scenarios, subjects } = document.suite;
  return {
    id,
    title,
    question,
    path: suitePath(version.label, id),
    answers: answerLinks(version.label, document),
    scenarios: scenarios.length,
    subjects: subjects.length,
    coverage: withoutDetails(coverageOf(document.cases)),
    caveats: document.caveats,
    run: document.run,
  };
}

/** What failed cases printed stands on the pages of their scenarios, where there is room for it. */
function withoutDetails({ failed, ...rest }: Coverage): Coverage {
  return { ...rest, failed: failed.map((failure) => ({ ...failure, detail: null })) };
}
