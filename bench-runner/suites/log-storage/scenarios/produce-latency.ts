import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceLatencyWorkload } from '../workloads/produce-latency.ts';
import { produceTiming } from '../workloads/produce-timing.ts';

export default defineScenario<StorageSubject>({
  title: 'Produce latency',
  category: 'produce',
  question: 'How long does it take until one message is acknowledged?',
  description:
    'Messages of random bytes are appended one at a time in a closed loop with one call in flight, and the time from each call to its acknowledgement is recorded. Pauses of the collector, new segments and stalls of the disk are in the distribution; beginning a new log after 256 MB is not. A closed loop sends nothing while it waits, so a stall counts once, however long it is. Syncing to a disk has a long tail, which the higher percentiles show. Before and after, what was appended is read back and compared, and again after the log was closed and opened.',
  operation: 'one message appended',
  axes: {
    size: sizeAxis([1024], [1024]),
    durability: durabilityAxis(['page-cache'], ['page-cache', 'interval', 'sync']),
  },
  metrics: [
    'produce-latency',
    'time-per-operation',
    'message-rate',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'collector-time-per-operation',
  ],
  baseline: 'bare-file',
  subjects: ['segment-log', 'bare-file', 'lmdb', 'classic-level'],
  standardSubjects: ['segment-log', 'bare-file', 'lmdb'],
  // Without the packages, which would have to be installed before a first run can measure.
  quickSubjects: ['segment-log', 'bare-file'],
  timing: produceTiming,
  method: { kind: 'in-process', prepare: produceLatencyWorkload },
});
