import type { Case, MetricSummary } from '../results/cases.ts';
import type { CaseGroup } from './case-groups.ts';
import { summaryOf } from './case-summary.ts';

/** The subject that the others of a group are compared with. */
export interface Baseline {
  id: string;
  title: string;
  /** Undefined where the group has no such case. */
  case: Case | undefined;
  /** Of the metric compared; null where it was not measured. */
  summary: MetricSummary | null;
}

/** The baseline of a group. */
export function baselineOf(
  { scenario, metric, cases }: CaseGroup,
  titleOf: (subject: string) => string,
): Baseline {
  const id = scenario.baseline;
  const one = cases.find(({ subject }) => subject === id);
  const summary = one?.status === 'measured' ? summaryOf(one, metric.id) : null;
  return { id, title: titleOf(id), case: one, summary };
}
