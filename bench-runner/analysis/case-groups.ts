import { caseKeyOf } from '../results/case-key.ts';
import type { Case } from '../results/cases.ts';
import type { Parameters } from '../results/identifiers.ts';
import type { Metric, ResultDocument, Scenario } from '../results/schema.ts';

/** The cases of one scenario with the same parameters, whatever became of them. */
export interface CaseGroup {
  /** `scenario/axis=value,…`, a case's key without its subject. */
  key: string;
  scenario: Scenario;
  /** The scenario's first metric, by which subjects are compared and ranked. */
  metric: Metric;
  parameters: Parameters;
  /** In the suite's order of subjects. */
  cases: readonly Case[];
}

/** Groups in the suite's order of scenarios, then in the order of their first case. */
export function caseGroups({ suite, cases }: Pick<ResultDocument, 'suite' | 'cases'>): CaseGroup[] {
  const place = new Map(suite.subjects.map(({ id }, index) => [id, index]));
  return suite.scenarios.flatMap((scenario) => {
    const metric = suite.metrics.find(({ id }) => id === scenario.metrics[0]);
    if (!metric) {
      throw new Error(
        `The scenario "${scenario.id}" ranks by "${scenario.metrics[0]}", which is no metric of the suite.`,
      );
    }
    const byKey = new Map<string, Case[]>();
    for (const one of cases) {
      if (one.scenario !== scenario.id) continue;
      const key = caseKeyOf({ ...one, subject: '' }, scenario.axes).slice(0, -1);
      const group = byKey.get(key);
      if (group) group.push(one);
      else byKey.set(key, [one]);
    }
    return [...byKey].map(([key, members]) => ({
      key,
      scenario,
      metric,
      parameters: members[0]?.parameters ?? {},
      cases: members.toSorted((a, b) => (place.get(a.subject) ?? 0) - (place.get(b.subject) ?? 0)),
    }));
  });
}
