import {
  type MadeUpGroup,
  madeUpDocument,
} from '../../../../define/tables/testing/made-up-suite.ts';
import type { MetricSummary } from '../../../../results/cases.ts';
import { metrics } from '../../metrics.ts';

export type { MadeUpGroup };

/** A document for tests of tables, made of the few figures that a test is about. */
export function madeUpSuite(groups: readonly MadeUpGroup[], cores = 2) {
  return madeUpDocument(groups, {
    id: 'log-storage',
    metrics,
    reported: ['throughput', 'message-rate', 'time-per-operation'],
    baseline: 'segment-log',
    cores,
  });
}

/** The same figure in six blocks, whose interval has no width. */
export function six(figure: number): number[] {
  return Array.from({ length: 6 }, () => figure);
}

/** A latency distribution of six trials with one percentile, in ns. */
export function latency(
  percentile: number,
  value: number,
  low: number | null,
  high: number | null,
): MetricSummary {
  return {
    n: 6,
    median: value,
    low,
    high,
    percentiles: [{ percentile, value, low, high }],
  };
}
