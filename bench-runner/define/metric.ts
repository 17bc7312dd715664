export interface MetricDefinition {
  /** Kebab-case; the key of its samples. */
  id: string;
  title: string;
  /** Unit of every sample, such as `ns/op` or `MB/s`. */
  unit: string;
  better: 'lower' | 'higher';
  /** `number`: a trial yields one figure. `histogram`: a latency distribution in µs. */
  kind?: 'number' | 'histogram';
  description: string;
}

/** Declares a metric, in a file of its own or inside a suite. */
export function defineMetric(metric: MetricDefinition): MetricDefinition {
  return metric;
}
