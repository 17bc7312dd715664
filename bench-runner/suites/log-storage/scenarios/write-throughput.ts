import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { produceWorkload } from '../workloads/produce.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';

export default defineScenario<StorageSubject>({
  title: 'Write throughput',
  category: 'produce',
  question: 'How fast are messages produced one at a time?',
  description:
    'Messages of random bytes are appended one at a time, each acknowledged before the next. After as many messages as the axis says, or 256 MB, the log is closed and removed and a new one begins; that is counted, and weighs the more the fewer messages a log has. The bare references write the same bytes to a file that is emptied where the log begins anew. Before and after, what was appended is read back and compared, and again after the log was closed and opened. Under `interval` the event loop has a turn after every 8 MB.',
  operation: 'one message appended',
  axes: {
    messages: {
      title: 'Messages in a log',
      quick: [],
      standard: [10_000],
      full: [100, 1000, 10_000],
    },
    size: sizeAxis([], [100, 1024]),
    durability: durabilityAxis([]),
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
  standardSubjects: ['segment-log', 'bare-file', 'lmdb', 'classic-level'],
  timing: produceTiming,
  method: { kind: 'in-process', prepare: produceWorkload },
});
