import { defineMetric } from '../../define/metric.ts';

/** The suite's metrics. Allocations per operation are missing: V8 counts bytes, not objects. */
export const metrics = [
  defineMetric({
    id: 'throughput',
    title: 'Throughput',
    unit: 'MB/s',
    better: 'higher',
    description:
      'Payload bytes, values without keys and framing, per second of wall-clock time; 1 MB is 10^6 bytes.',
  }),
  defineMetric({
    id: 'message-rate',
    title: 'Messages per second',
    unit: 'msg/s',
    better: 'higher',
    description: 'Messages acknowledged or delivered per second of wall-clock time.',
  }),
  defineMetric({
    id: 'time-per-operation',
    title: 'Time per operation',
    unit: 'ns/op',
    better: 'lower',
    description: 'Wall-clock time of a batch of operations divided by their number.',
  }),
  defineMetric({
    id: 'produce-latency',
    title: 'Produce latency',
    unit: 'ns',
    better: 'lower',
    kind: 'histogram',
    percentiles: [50, 99, 99.9, 100],
    description:
      'Time from the call that appends to its acknowledgement, one call in flight and one reading of the clock included; recorded in whole ns with three significant digits.',
  }),
  defineMetric({
    id: 'fetch-latency',
    title: 'Fetch latency',
    unit: 'ns',
    better: 'lower',
    kind: 'histogram',
    percentiles: [50, 99, 99.9, 100],
    description:
      'Time from the call that fetches to the last record delivered, one call in flight and one reading of the clock included; recorded in whole ns with three significant digits.',
  }),
  defineMetric({
    id: 'allocated-bytes',
    title: 'Allocated bytes',
    unit: 'B/op',
    better: 'lower',
    description: 'Bytes allocated per operation: V8 heap and ArrayBuffer memory together.',
  }),
  defineMetric({
    id: 'cpu-per-operation',
    title: 'CPU',
    unit: 'µs/op',
    better: 'lower',
    description:
      'CPU time of the measuring process, all its threads, per operation; of a reference program, its own.',
  }),
  defineMetric({
    id: 'system-cpu-per-operation',
    title: 'CPU in the kernel',
    unit: 'µs/op',
    better: 'lower',
    description: 'The part of the CPU time per operation that was spent in system calls.',
  }),
  defineMetric({
    id: 'collector-time-per-operation',
    title: 'Collector time',
    unit: 'ns/op',
    better: 'lower',
    description:
      'Time the garbage collector held up the main thread, per operation, as Node.js reports it (gc performance entries).',
  }),
  defineMetric({
    id: 'imbalance',
    title: 'Imbalance',
    unit: '%',
    better: 'lower',
    description:
      'How far the fullest partition lies above the mean of all, in messages, as a share of the mean.',
  }),
  defineMetric({
    id: 'reclaimed',
    title: 'Reclaimed',
    unit: 'MB/op',
    better: 'higher',
    description: 'Bytes that a compaction gave back; 1 MB is 10^6 bytes.',
  }),
  defineMetric({
    id: 'records-removed',
    title: 'Records removed',
    unit: 'records/op',
    better: 'higher',
    description: 'Records that a compaction removed because a newer one has their key.',
  }),
  defineMetric({
    id: 'key-memory',
    title: 'Memory per key',
    unit: 'B/key',
    better: 'lower',
    description: 'Memory of the table of keys while a compaction runs, per distinct key.',
  }),
];
