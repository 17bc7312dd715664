import type { Selection } from './tables/selection.ts';

/** A family of measurements, with the case that stands for it where there is room for one. */
export interface Family {
  headline: Selection;
  /** Title where the run has not measured the scenario and does not know its own. */
  title: string;
  metric: string;
  percentile?: number;
  /** Factor from the metric's unit to `unit`; both are the metric's without them. */
  scale?: number;
  unit?: string;
}

const cached = { size: 1024, durability: 'page-cache' };
const milliseconds = { scale: 1e-6, unit: 'ms' };
const microseconds = { scale: 1e-3, unit: 'µs' };

/** In the order of the plan that they come from, then what the suite adds. */
export const families: readonly Family[] = [
  {
    title: 'Write throughput',
    headline: { scenario: 'write-throughput', parameters: cached },
    metric: 'throughput',
  },
  {
    title: 'Batch write',
    headline: { scenario: 'batch-write', parameters: { ...cached, batch: 100 } },
    metric: 'throughput',
  },
  {
    title: 'Produce latency',
    headline: { scenario: 'produce-latency', parameters: cached },
    metric: 'produce-latency',
    percentile: 99,
    ...microseconds,
  },
  {
    title: 'Concurrent producers',
    headline: { scenario: 'concurrent-producers', parameters: { ...cached, producers: 2 } },
    metric: 'message-rate',
  },
  {
    title: 'Read throughput',
    headline: { scenario: 'read-throughput', parameters: { size: 1024 } },
    metric: 'throughput',
  },
  {
    title: 'Sequential fetch',
    headline: {
      scenario: 'sequential-fetch',
      parameters: { size: 1024, 'fetch-size': 100, checksum: 'verified' },
    },
    metric: 'throughput',
  },
  {
    title: 'Random fetch',
    headline: { scenario: 'random-fetch', parameters: { size: 1024, batch: 1 } },
    metric: 'message-rate',
  },
  {
    title: 'Fetch latency',
    headline: { scenario: 'fetch-latency', parameters: { size: 1024 } },
    metric: 'fetch-latency',
    percentile: 99,
    ...microseconds,
  },
  {
    title: 'Concurrent consumers',
    headline: {
      scenario: 'concurrent-consumers',
      parameters: { size: 1024, log: 'own', consumers: 2 },
    },
    metric: 'message-rate',
  },
  {
    title: 'Compaction',
    headline: {
      scenario: 'compaction',
      parameters: { ...cached, segments: 100, duplicates: 50 },
    },
    metric: 'time-per-operation',
    ...milliseconds,
  },
  {
    title: 'Mixed workload',
    headline: { scenario: 'mixed-workload', parameters: { ...cached, reads: 50 } },
    metric: 'message-rate',
  },
  {
    title: 'Segment rollover',
    headline: { scenario: 'segment-rollover', parameters: { ...cached, 'segment-size': 2 ** 20 } },
    metric: 'time-per-operation',
  },
  {
    title: 'Topics: produce',
    headline: { scenario: 'topic-produce', parameters: { ...cached, partitions: 4 } },
    metric: 'message-rate',
  },
  {
    title: 'Topics: fetch',
    headline: { scenario: 'topic-fetch', parameters: { size: 1024, partitions: 4 } },
    metric: 'message-rate',
  },
  {
    title: 'Topics: concurrent producers',
    headline: {
      scenario: 'topic-concurrent-producers',
      parameters: { ...cached, producers: 2 },
    },
    metric: 'message-rate',
  },
  {
    title: 'Topics: concurrent consumers',
    headline: { scenario: 'topic-concurrent-consumers', parameters: { size: 1024, consumers: 2 } },
    metric: 'message-rate',
  },
  {
    title: 'Topics: partition balance',
    headline: {
      scenario: 'topic-partition-balance',
      parameters: { partitions: 16, keys: 'uniform', durability: 'page-cache' },
    },
    metric: 'imbalance',
  },
  {
    title: 'Topics: several topics',
    headline: {
      scenario: 'topic-multi-topic',
      parameters: { durability: 'page-cache', topics: 5 },
    },
    metric: 'message-rate',
  },
  {
    title: 'Topics: compaction',
    headline: {
      scenario: 'topic-compaction',
      parameters: { partitions: 4, segments: 100, duplicates: 50, durability: 'page-cache' },
    },
    metric: 'time-per-operation',
    ...milliseconds,
  },
  {
    title: 'Recovery',
    headline: { scenario: 'recovery', parameters: { partition: 1000, indexes: 'good' } },
    metric: 'time-per-operation',
    ...milliseconds,
  },
];
