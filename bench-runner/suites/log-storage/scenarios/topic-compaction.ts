import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { topicCompactionWorkload } from '../workloads/topic-compaction.ts';

export default defineScenario<StorageSubject>({
  title: 'Topics: compaction',
  category: 'topics',
  question: 'How long does it take to compact all partitions of a topic?',
  description:
    'A topic of messages of 1 KB with keys of 16 bytes, in about as many segments of 1 MB of values, is compacted, one partition after the other. The duplicates are the messages with a newer one of their key, and lie all over the topic; a key is in one partition. Every operation compacts a fresh copy, made and opened outside its time and its CPU, so files were written just before and are read from the page cache. What is left is written to the page cache; under sync it is on the disk before it takes the place of the old segments. Throughput is that of the values before compaction. Before and after, a compacted topic is opened anew and read whole: it must hold the newest message of each key, no other, and each partition in its order.',
  operation: 'one compaction of the whole topic',
  axes: {
    partitions: { title: 'Partitions', quick: [], standard: [4], full: [1, 4, 16] },
    segments: { title: 'Segments', quick: [], standard: [100] },
    duplicates: { title: 'Duplicates', unit: '%', quick: [], standard: [50], full: [30, 50, 70] },
    durability: {
      title: 'Durability',
      quick: [],
      standard: ['page-cache'],
      full: ['page-cache', 'sync'],
    },
  },
  metrics: [
    'time-per-operation',
    'throughput',
    'reclaimed',
    'records-removed',
    'key-memory',
    'cpu-per-operation',
    'system-cpu-per-operation',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log'],
  timing: {
    // Every operation writes the topic anew: longer trials would fill the page cache.
    standard: { blocks: 6, warmUpMs: 300, measureMs: 400 },
    full: { warmUpMs: 600, measureMs: 600 },
  },
  method: { kind: 'in-process', prepare: topicCompactionWorkload },
});
