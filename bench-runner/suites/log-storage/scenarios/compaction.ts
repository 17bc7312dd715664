import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { compactionWorkload } from '../workloads/compaction.ts';
import { sizeAxis } from '../workloads/produce-axes.ts';

export default defineScenario<StorageSubject>({
  title: 'Compaction',
  category: 'compaction',
  question: 'How long does it take to keep the newest message of each key and give back the rest?',
  description:
    'A log of as many segments of 1 MB of values, with keys of 16 bytes, is compacted. The duplicates are the messages with a newer one of their key, and lie all over the log. Every operation compacts a fresh copy, made and opened outside its time and its CPU, so files were written just before and are read from the page cache. What is left is written to the page cache; under sync it is on the disk before it takes the place of the old segments. Throughput is that of the values before compaction. Before and after, the compacted log is opened anew and read whole: it must hold the newest message of each key, no other, and each under its old offset.',
  operation: 'one compaction of the whole log',
  axes: {
    durability: {
      title: 'Durability',
      quick: [],
      standard: ['page-cache'],
      full: ['sync', 'page-cache'],
    },
    segments: { title: 'Segments', quick: [], standard: [100], full: [10, 50, 100] },
    size: sizeAxis([], [1024], [100, 1024]),
    duplicates: { title: 'Duplicates', unit: '%', quick: [], standard: [50], full: [30, 50, 70] },
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
  subjects: ['segment-log', 'lmdb', 'classic-level'],
  timing: {
    // Every operation writes the log anew: longer trials would fill the page cache.
    standard: { blocks: 7, warmUpMs: 600, measureMs: 300 },
    full: { warmUpMs: 600, measureMs: 600 },
  },
  method: { kind: 'in-process', prepare: compactionWorkload },
});
