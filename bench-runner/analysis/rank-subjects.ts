import type { MeasuredCase } from '../results/cases.ts';
import type { Comparison, Group, Metric } from '../results/schema.ts';
import { summaryOf } from './case-summary.ts';

/**
 * Subjects best first: by rank, then by median, then in the order given. The rank is 1 + the number
 * of subjects found better; subjects that share one are tied. Being told apart is not transitive: a
 * subject may be a tie with the first and with the third although those two differ.
 */
export function rankSubjects(
  measured: readonly MeasuredCase[],
  comparisons: readonly Comparison[],
  metric: Metric,
): Group['ranks'] {
  const ranked = measured.flatMap(({ subject, summaries }) => {
    const summary = summaryOf({ summaries }, metric.id);
    if (!summary) return [];
    const better = comparisons.filter(
      (one) =>
        (one.subject === subject && one.verdict === 'worse') ||
        (one.reference === subject && one.verdict === 'better'),
    );
    return [{ subject, rank: 1 + better.length, median: summary.median }];
  });
  const direction = metric.better === 'higher' ? -1 : 1;
  return ranked
    .toSorted((a, b) => a.rank - b.rank || direction * (a.median - b.median))
    .map(({ subject, rank }) => ({
      subject,
      rank,
      tied: ranked.some((other) => other.subject !== subject && other.rank === rank),
    }));
}
