import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { recoveryWorkload } from '../workloads/recovery.ts';

export default defineScenario<StorageSubject>({
  title: 'Recovery',
  category: 'recovery',
  question: 'How long does it take to open a large partition, with its indexes and without?',
  description:
    'A log of 16 segments, appended in batches of 100 messages of 1 KB just before, is opened for writing and closed again. With good indexes it was closed in order. With those of the last segment missing it is as its writer leaves it when it is killed: the last segment is read and verified. With all of them missing the whole log is read and verified and the indexes are written anew; they are removed outside the time. Everything lies in the page cache: after the machine has started anew, the disk adds the time to read it. Before and after, 1,000 messages all over the log are compared with those written, and its end must be where it was.',
  operation: 'one opening and closing',
  axes: {
    partition: { title: 'Partition', unit: 'MB', quick: [], standard: [1_000] },
    indexes: { title: 'Indexes', quick: [], standard: ['missing', 'last-missing', 'good'] },
  },
  metrics: ['time-per-operation', 'cpu-per-operation', 'system-cpu-per-operation'],
  baseline: 'segment-log',
  subjects: ['segment-log'],
  // Every trial writes the partition anew.
  timing: {
    standard: { blocks: 6, warmUpMs: 100, measureMs: 200 },
    full: { blocks: 12, warmUpMs: 500, measureMs: 500 },
  },
  method: { kind: 'in-process', prepare: recoveryWorkload },
});
