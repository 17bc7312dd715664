import { defineMetric } from '../../define/metric.ts';

/** The suite's metrics. Allocations per operation are missing: V8 counts bytes, not objects. */
export const metrics = [
  defineMetric({
    id: 'time-per-operation',
    title: 'Time per operation',
    unit: 'ns/op',
    better: 'lower',
    description:
      'Wall-clock time of a batch divided by its operations. Over a socket a batch ends when the other process has answered that it decoded the last message.',
  }),
  defineMetric({
    id: 'throughput',
    title: 'Throughput',
    unit: 'MB/s',
    better: 'higher',
    description:
      'Payload bytes, without headers, per second of wall-clock time; 1 MB is 10^6 bytes.',
  }),
  defineMetric({
    id: 'allocated-bytes',
    title: 'Allocated bytes',
    unit: 'B/op',
    better: 'lower',
    description: 'Bytes allocated per operation: V8 heap and ArrayBuffer memory together.',
  }),
  defineMetric({
    id: 'heap-bytes',
    title: 'Heap bytes',
    unit: 'B/op',
    better: 'lower',
    description: 'Bytes allocated on the V8 heap per operation.',
  }),
  defineMetric({
    id: 'array-buffer-bytes',
    title: 'ArrayBuffer bytes',
    unit: 'B/op',
    better: 'lower',
    description:
      'Bytes allocated for ArrayBuffers, the memory behind every Buffer, per operation. V8 keeps it outside its heap.',
  }),
  defineMetric({
    id: 'cpu-per-operation',
    title: 'Writer CPU',
    unit: 'µs/op',
    better: 'lower',
    description: 'CPU time of the measuring process, all its threads, per operation.',
  }),
  defineMetric({
    id: 'reader-cpu-per-operation',
    title: 'Reader CPU',
    unit: 'µs/op',
    better: 'lower',
    description: 'CPU time of the process at the other end of the socket, per operation.',
  }),
  defineMetric({
    id: 'round-trip-latency',
    title: 'Round-trip latency',
    unit: 'µs',
    better: 'lower',
    kind: 'histogram',
    description:
      'Time from sending a message to receiving the whole of its echo, one message in flight, recorded in whole µs.',
  }),
  defineMetric({
    id: 'collector-time-per-operation',
    title: 'Collector time',
    unit: 'ns/op',
    better: 'lower',
    description:
      'Time the garbage collector held up the main thread, per operation, as Node.js reports it (gc performance entries).',
  }),
];
