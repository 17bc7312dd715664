import type { Case } from '../../../bench-runner/results/cases.ts';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { byCategory } from './categories.ts';
import type { CoverageCell, CoverageMatrix, CoverageReason, CoverageRow } from './page-data.ts';
import { scenarioPath } from './paths.ts';

/** What became of each scenario's cases, subject by subject. */
export function coverageMatrix(
  version: string,
  { suite, cases }: Pick<ResultDocument, 'suite' | 'cases'>,
): CoverageMatrix {
  const reasons: CoverageReason[] = [];
  const places = new Map<string, number>();
  const reasonOf = (reason: CoverageReason): number => {
    const key = JSON.stringify(reason);
    const place = places.get(key) ?? reasons.push(reason) - 1;
    places.set(key, place);
    return place;
  };
  const categories = byCategory(suite.scenarios, ({ id, title }): CoverageRow => {
    const ofScenario = cases.filter((one) => one.scenario === id);
    return {
      title,
      path: scenarioPath(version, suite.id, id),
      cells: suite.subjects.map((subject) =>
        cellOf(
          ofScenario.filter((one) => one.subject === subject.id),
          reasonOf,
        ),
      ),
    };
  });
  return { subjects: suite.subjects.map(({ title }) => title), reasons, categories };
}

function cellOf(
  cases: readonly Case[],
  reasonOf: (reason: CoverageReason) => number,
): CoverageCell {
  const why = new Map<number, number>();
  for (const one of cases) {
    if (one.status === 'measured') continue;
    const reason = reasonOf(
      one.status === 'failed'
        ? { stage: one.stage, text: one.message, remedy: null }
        : { stage: null, text: one.reason, remedy: one.remedy },
    );
    why.set(reason, (why.get(reason) ?? 0) + 1);
  }
  return {
    planned: cases.length,
    measured: cases.filter(({ status }) => status === 'measured').length,
    failed: cases.filter(({ status }) => status === 'failed').length,
    why: [...why].map(([reason, count]) => ({ reason, cases: count })),
  };
}
