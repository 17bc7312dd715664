import type { Group, ResultDocument, Scenario } from '../../../bench-runner/results/schema.ts';
import { byCategory } from './categories.ts';
import type { StandingCell, StandingRow, Standings } from './page-data.ts';
import { scenarioPath } from './paths.ts';

/**
 * In how many comparisons of each scenario a subject was not beaten, by the ranks of the run. Null
 * below two scenarios, where the tables say it better.
 */
export function standings(
  version: string,
  { suite, groups }: Pick<ResultDocument, 'suite' | 'groups'>,
): Standings | null {
  const categories = byCategory(suite.scenarios, (scenario): StandingRow | null => {
    const compared = groups.filter(
      (group) => group.scenario === scenario.id && group.ranks.length > 1,
    );
    if (compared.length === 0) return null;
    return {
      title: scenario.title,
      path: scenarioPath(version, suite.id, scenario.id),
      metric: metricTitle(suite, scenario),
      comparisons: compared.length,
      cells: suite.subjects.map(({ id }) => cellOf(compared, id)),
    };
  });
  const rows = categories.flatMap((category) => category.rows);
  if (rows.length < 2) return null;
  return { subjects: suite.subjects.map(({ title }) => title), categories };
}

function cellOf(groups: readonly Group[], subject: string): StandingCell | null {
  const ranks = groups.flatMap(
    (group) => group.ranks.find((rank) => rank.subject === subject) ?? [],
  );
  if (ranks.length === 0) return null;
  const first = ranks.filter(({ rank }) => rank === 1);
  return {
    ranked: ranks.length,
    first: first.length,
    tied: first.filter(({ tied }) => tied).length,
  };
}

function metricTitle(suite: ResultDocument['suite'], { metrics }: Scenario): string {
  return suite.metrics.find(({ id }) => id === metrics[0])?.title ?? metrics[0] ?? '';
}
