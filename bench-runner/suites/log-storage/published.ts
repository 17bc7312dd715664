import type { Selection } from './tables/selection.ts';

/** A figure that others published of a system that keeps logs or keys, and ours that comes nearest. */
export interface PublishedFigure {
  system: string;
  figure: string;
  unit: string;
  value: number;
  /** Who published it, when and where. */
  source: string;
  ours: { of: Selection; metric: string; percentile?: number; scale?: number };
  /** Why the two cannot be compared. */
  difference: string;
}

const kafka2014 =
  'LinkedIn Engineering, 27 April 2014, engineering.linkedin.com/kafka/benchmarking-apache-kafka-2-million-writes-second-three-cheap-machines';
const kafka2020 = 'Confluent, 21 August 2020, www.confluent.io/blog/kafka-fastest-messaging-system';
const leveldb2011 = 'LevelDB 1.1, May 2011, github.com/google/leveldb, README.md';
const plan2025 = 'report of a Go storage layer, its own benchmark, 2 January 2025';

const overNetwork =
  'Theirs is a server: records arrive over a network of 1 Gb/s, which is close to its limit, from machines of 2014. Ours is a call in the process.';
const oldMachine =
  'A processor of 2007, and a store that compresses and keeps keys in order; ours appends.';

export const publishedFigures: readonly PublishedFigure[] = [
  {
    system: 'Apache Kafka 0.8.1',
    figure: 'Produce, 100 B, one producer thread, six partitions, no replication',
    unit: 'msg/s',
    value: 821_557,
    source: kafka2014,
    ours: {
      of: { scenario: 'write-throughput', parameters: { size: 100, durability: 'page-cache' } },
      metric: 'message-rate',
    },
    difference: `${overNetwork} Theirs sends batches, ours appends one record a call.`,
  },
  {
    system: 'Apache Kafka 0.8.1',
    figure: 'Consume, 100 B, one consumer, six partitions',
    unit: 'msg/s',
    value: 940_521,
    source: kafka2014,
    ours: {
      of: {
        scenario: 'sequential-fetch',
        parameters: { size: 1024, 'fetch-size': 100, checksum: 'verified' },
      },
      metric: 'message-rate',
    },
    difference: `${overNetwork} Ours are messages of 1 KB.`,
  },
  {
    system: 'Apache Kafka 0.8.1',
    figure: 'From producer to consumer, 99th percentile',
    unit: 'ms',
    value: 3,
    source: kafka2014,
    ours: {
      of: { scenario: 'produce-latency', parameters: { size: 1024, durability: 'page-cache' } },
      metric: 'produce-latency',
      percentile: 99,
      scale: 1e-6,
    },
    difference:
      'Theirs goes over a network to a server and from there to a consumer; ours ends when the record is in the page cache.',
  },
  {
    system: 'Apache Kafka of 2020',
    figure: 'Peak throughput, 1 KB, three brokers',
    unit: 'MB/s',
    value: 605,
    source: kafka2020,
    ours: {
      of: {
        scenario: 'batch-write',
        parameters: { size: 1024, batch: 100, durability: 'page-cache' },
      },
      metric: 'throughput',
    },
    difference:
      'Theirs is what a cluster of three servers sustains over a network; ours is one log in one process that writes to memory.',
  },
  {
    system: 'LevelDB 1.1',
    figure: 'fillseq: put in order of keys, 100 B values',
    unit: 'ns/op',
    value: 1765,
    source: leveldb2011,
    ours: {
      of: { scenario: 'write-throughput', parameters: { size: 100, durability: 'page-cache' } },
      metric: 'time-per-operation',
    },
    difference: oldMachine,
  },
  {
    system: 'LevelDB 1.1',
    figure: 'fillsync: put with a sync, 100 B values',
    unit: 'µs/op',
    value: 268.409,
    source: leveldb2011,
    ours: {
      of: { scenario: 'produce-latency', parameters: { size: 1024, durability: 'sync' } },
      metric: 'produce-latency',
      percentile: 50,
      scale: 1e-3,
    },
    difference:
      'A hard disk of 2011 or before that, as its authors suspect, answered from its own memory; theirs is a mean, ours a median, of messages of 1 KB.',
  },
  {
    system: 'LevelDB 1.1',
    figure: 'readrandom: get by key, 100 B values',
    unit: 'msg/s',
    value: 60_000,
    source: leveldb2011,
    ours: {
      of: { scenario: 'random-fetch', parameters: { size: 1024, batch: 1 } },
      metric: 'message-rate',
    },
    difference: `${oldMachine} Theirs looks a key up, ours an offset, of messages of 1 KB.`,
  },
  {
    system: 'Storage layer in Go',
    figure: 'Produce latency, 1 KB, mean',
    unit: 'µs',
    value: 9.196,
    source: plan2025,
    ours: {
      of: { scenario: 'produce-latency', parameters: { size: 1024, durability: 'page-cache' } },
      metric: 'produce-latency',
      percentile: 50,
      scale: 1e-3,
    },
    difference:
      'Another machine, with 20 logical processors; theirs is a mean, ours a median. Both end in the page cache.',
  },
  {
    system: 'Storage layer in Go',
    figure: 'Produce through the topic manager, 1 KB, one partition',
    unit: 'msg/s',
    value: 89_353,
    source: plan2025,
    ours: {
      of: {
        scenario: 'topic-produce',
        parameters: { size: 1024, partitions: 1, durability: 'page-cache' },
      },
      metric: 'message-rate',
    },
    difference:
      'Another machine, with 20 logical processors; theirs is one message a call, ours 100.',
  },
];
