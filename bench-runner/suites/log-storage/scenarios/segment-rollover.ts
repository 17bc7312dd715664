import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';
import { rolloverWorkload } from '../workloads/rollover.ts';

export default defineScenario<StorageSubject>({
  title: 'Segment rollover',
  category: 'produce',
  question: 'What does a message cost more when segments are small?',
  description:
    'Messages of random bytes are appended one at a time to a log that begins a new segment at the size on the axis: it closes the old one and creates files for records and indexes. The time of a message is the mean over many, so what a rollover takes is spread over the messages of a segment. A log that has reached 256 MB is closed and removed and a new one begins, which is counted. Before and after, what was appended is read back and compared, and the segments in the folder are counted.',
  operation: 'one message appended',
  axes: {
    'segment-size': {
      title: 'Segment size',
      unit: 'B',
      quick: [],
      standard: [2 ** 20, 16 * 2 ** 20, 64 * 2 ** 20],
    },
    size: sizeAxis([], [1024]),
    durability: durabilityAxis([]),
  },
  metrics: [
    'time-per-operation',
    'message-rate',
    'throughput',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'collector-time-per-operation',
    'allocated-bytes',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log'],
  contrast: { axis: 'segment-size', baseline: 64 * 2 ** 20 },
  timing: produceTiming,
  method: { kind: 'in-process', prepare: rolloverWorkload },
});
