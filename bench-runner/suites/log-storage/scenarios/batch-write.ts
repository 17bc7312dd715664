import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { produceWorkload } from '../workloads/produce.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';

export default defineScenario<StorageSubject>({
  title: 'Batch write',
  category: 'produce',
  question: 'How fast are messages produced in batches, and how near is that to the bare calls?',
  description:
    'Batches of messages of random bytes are appended, each acknowledged before the next. A log that has reached 256 MB is closed and removed and a new one begins, which is counted. The bare references write the bytes of a batch with one call to a file that is emptied at the same size: no framing, no checksum, no offsets. Before and after, what was appended is read back and compared, and again after the log was closed and opened. Under `interval` the event loop has a turn after every 8 MB.',
  operation: 'one batch appended',
  axes: {
    batch: {
      title: 'Batch',
      unit: 'messages',
      quick: [100],
      standard: [10, 100, 1000],
    },
    size: sizeAxis([1024], [1024]),
    durability: durabilityAxis(['page-cache']),
  },
  metrics: [
    'throughput',
    'message-rate',
    'time-per-operation',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'collector-time-per-operation',
    'allocated-bytes',
  ],
  baseline: 'bare-file',
  subjects: ['segment-log', 'bare-file', 'bare-c', 'lmdb', 'classic-level'],
  standardSubjects: ['segment-log', 'bare-file', 'bare-c', 'lmdb'],
  // Without the packages, which would have to be installed before a first run can measure.
  quickSubjects: ['segment-log', 'bare-file', 'bare-c'],
  timing: produceTiming,
  method: { kind: 'in-process', prepare: produceWorkload },
});
