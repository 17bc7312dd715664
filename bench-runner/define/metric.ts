export interface MetricDefinition {
  /** Kebab-case; the key of its samples. */
  id: string;
  title: string;
  /** Unit of every sample, such as `ns/op` or `MB/s`. */
  unit: string;
  better: 'lower' | 'higher';
  /** `number`: a trial yields one figure. `histogram`: a latency distribution in ns or µs. */
  kind?: 'number' | 'histogram';
  description: string;
  /**
   * Percentiles of a histogram that tables show, each with its interval, such as
   * `[50, 90, 99, 99.9, 100]`; 100 is shown as the maximum. 50 and 99 without it. Subjects are
   * compared by the 50th whatever is shown.
   */
  percentiles?: number[];
}

/** Declares a metric, in a file of its own or inside a suite. */
export function defineMetric(metric: MetricDefinition): MetricDefinition {
  return metric;
}
