import type { Selection } from './tables/selection.ts';

/** What is to be reached, in which case, and who says so. */
export interface Target {
  title: string;
  /** Who set it. */
  source: string;
  side: 'at least' | 'at most' | 'below';
  bound: number;
  /** Of the bound and of what is measured; null for a ratio. */
  unit: string | null;
  measure: Measure;
}

/** How a target's figure follows from the segment log's figures in a run. */
export type Measure =
  /** The figure itself, times `scale`: 1e-6 makes ms of ns. */
  | { kind: 'figure'; of: Selection; metric: string; percentile?: number; scale?: number }
  /** Over that of the bare file calls in the same group. */
  | { kind: 'over-bare'; of: Selection; metric: string }
  /** Less that of the bare calls from Node.js in the same group, times `scale`. */
  | { kind: 'less-bare-file'; of: Selection; metric: string; scale: number }
  /** Over its own in another case; `threads` divides by as many as there are processors for. */
  | { kind: 'over-case'; of: Selection; to: Selection; metric: string; threads?: number };

/** The benchmark plan of a storage layer in Go whose 19 families this suite measures. */
const plan = 'benchmark plan of a Go storage layer, January 2025';
const suite = 'this suite';

const cached = { size: 1024, durability: 'page-cache' };
const batches = { scenario: 'batch-write', parameters: { ...cached, batch: 100 } };
const singles = { scenario: 'write-throughput', parameters: cached };
const fetches = (checksum: string): Selection => ({
  scenario: 'sequential-fetch',
  parameters: { size: 1024, 'fetch-size': 100, checksum },
});
const producers = (count: number): Selection => ({
  scenario: 'concurrent-producers',
  parameters: { ...cached, producers: count },
});
const consumers = (count: number): Selection => ({
  scenario: 'concurrent-consumers',
  parameters: { size: 1024, log: 'own', consumers: count },
});
const compaction = {
  scenario: 'compaction',
  parameters: { ...cached, segments: 100, duplicates: 50 },
};
const milliseconds = 1e-6;

export const targets: readonly Target[] = [
  {
    title: 'Produce, 100 messages of 1 KB a batch',
    source: `${plan}: 500 to 800 MB/s`,
    side: 'at least',
    bound: 500,
    unit: 'MB/s',
    measure: { kind: 'figure', of: batches, metric: 'throughput' },
  },
  {
    title: 'Produce, one message of 1 KB a call',
    source: `${plan}: 500 to 800 MB/s`,
    side: 'at least',
    bound: 500,
    unit: 'MB/s',
    measure: { kind: 'figure', of: singles, metric: 'throughput' },
  },
  {
    title: 'Sequential fetch, 1 KB, checksums verified',
    source: plan,
    side: 'at least',
    bound: 1000,
    unit: 'MB/s',
    measure: { kind: 'figure', of: fetches('verified'), metric: 'throughput' },
  },
  {
    title: 'Produce latency of 1 KB, 99th percentile',
    source: plan,
    side: 'below',
    bound: 2,
    unit: 'ms',
    measure: {
      kind: 'figure',
      of: { scenario: 'produce-latency', parameters: cached },
      metric: 'produce-latency',
      percentile: 99,
      scale: milliseconds,
    },
  },
  {
    title: 'Fetch latency of 1 KB from cached pages, 99th percentile',
    source: plan,
    side: 'below',
    bound: 1,
    unit: 'ms',
    measure: {
      kind: 'figure',
      of: { scenario: 'fetch-latency', parameters: { size: 1024 } },
      metric: 'fetch-latency',
      percentile: 99,
      scale: milliseconds,
    },
  },
  {
    title: 'Four producers, share of linear scaling on the processors there are',
    source: plan,
    side: 'at least',
    bound: 0.7,
    unit: null,
    measure: {
      kind: 'over-case',
      of: producers(4),
      to: producers(1),
      metric: 'message-rate',
      threads: 4,
    },
  },
  {
    title: 'Compaction of 100 MB, half of it duplicates',
    source: plan,
    side: 'below',
    bound: 100,
    unit: 'ms',
    measure: {
      kind: 'figure',
      of: compaction,
      metric: 'time-per-operation',
      scale: milliseconds,
    },
  },
  {
    title: 'Produce, 100 messages of 1 KB a batch, throughput over bare writes of the same bytes',
    source: suite,
    side: 'at least',
    bound: 0.6,
    unit: null,
    measure: { kind: 'over-bare', of: batches, metric: 'throughput' },
  },
  {
    title: 'One message of 1 KB, time over that of the bare call',
    source: suite,
    side: 'at most',
    bound: 2,
    unit: 'µs',
    measure: { kind: 'less-bare-file', of: singles, metric: 'time-per-operation', scale: 1e-3 },
  },
  {
    title: 'Sequential fetch from cached pages, 1 KB, checksums verified',
    source: suite,
    side: 'at least',
    bound: 4000,
    unit: 'MB/s',
    measure: { kind: 'figure', of: fetches('verified'), metric: 'throughput' },
  },
  {
    title: 'Sequential fetch, 1 KB, checksums not verified, throughput over bare reads',
    source: suite,
    side: 'at least',
    bound: 0.5,
    unit: null,
    measure: { kind: 'over-bare', of: fetches('not-verified'), metric: 'throughput' },
  },
  {
    title: 'Random fetch of 1 KB by offset, one thread',
    source: suite,
    side: 'at least',
    bound: 600_000,
    unit: 'msg/s',
    measure: {
      kind: 'figure',
      of: { scenario: 'random-fetch', parameters: { size: 1024, batch: 1 } },
      metric: 'message-rate',
    },
  },
  {
    title: 'Two workers fetching at random from partitions of their own, rate over that of one',
    source: suite,
    side: 'at least',
    bound: 1.8,
    unit: null,
    measure: { kind: 'over-case', of: consumers(2), to: consumers(1), metric: 'message-rate' },
  },
  {
    title: 'Compaction of 100 MB, 1 KB, half of it duplicates',
    source: suite,
    side: 'at most',
    bound: 60,
    unit: 'ms',
    measure: {
      kind: 'figure',
      of: compaction,
      metric: 'time-per-operation',
      scale: milliseconds,
    },
  },
  {
    title: 'Memory of a compaction per distinct key',
    source: suite,
    side: 'below',
    bound: 64,
    unit: 'B/key',
    measure: { kind: 'figure', of: compaction, metric: 'key-memory' },
  },
  {
    title: 'Opening a partition of 1 GB with good indexes',
    source: suite,
    side: 'below',
    bound: 50,
    unit: 'ms',
    measure: {
      kind: 'figure',
      of: { scenario: 'recovery', parameters: { partition: 1000, indexes: 'good' } },
      metric: 'time-per-operation',
      scale: milliseconds,
    },
  },
];
