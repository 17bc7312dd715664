/** What a scenario without services reports; subjects are ranked by the first. */
export const serverMetrics = [
  'request-rate',
  'latency',
  'server-cpu',
  'server-memory',
  'error-share',
  'in-flight',
  'generator-cpu',
] as const;

/** What a scenario reports that asks the database. */
export const databaseMetrics = [...serverMetrics, 'postgres-cpu', 'postgres-queries'] as const;

/** What a scenario reports that asks the cache as well. */
export const cacheMetrics = [
  ...databaseMetrics,
  'redis-cpu',
  'redis-commands',
  'redis-key-hit-share',
] as const;

/** What a scenario of mixed traffic reports. */
export const mixedMetrics = [...databaseMetrics, 'external-api-requests'] as const;

/** Latencies of the requests with these names. */
export function latencyMetrics(names: readonly string[]): string[] {
  return names.map((name) => `latency-${name}`);
}

/** The same metrics with another one first, by which subjects are then ranked. */
export function rankedBy(first: string, metrics: readonly string[]): string[] {
  return [first, ...metrics.filter((metric) => metric !== first)];
}
