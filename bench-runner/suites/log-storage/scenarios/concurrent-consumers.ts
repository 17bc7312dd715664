import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { consumer } from '../workloads/consumer.ts';
import { consumersWorkload } from '../workloads/consumers.ts';
import { sizeAxis } from '../workloads/produce-axes.ts';

/** A thread that fetches. */
export const peers = { consumer };

export default defineScenario<StorageSubject>({
  title: 'Concurrent consumers',
  category: 'fetch',
  question: 'How does the rate of fetches grow with consumers in threads of their own?',
  description:
    'Each consumer is a worker thread that has a log of 10,000 messages open for reading only and fetches one message after the other at random offsets, with its checksum verified. They all read one log, or each reads a log of its own, as consumers of different partitions do. A batch is shared out evenly and ends when the last consumer has answered, so it holds one message between threads each way; one consumer alone is a thread as well. More consumers than processors cannot add to the rate. The logs were written just before, message by message, and lie in the page cache. Before and after, every message is compared with the one written, in each thread.',
  operation: 'one message delivered by any of the consumers',
  axes: {
    consumers: {
      title: 'Consumers',
      quick: [],
      standard: [1, 2],
      full: [1, 2, 4, 8],
    },
    size: sizeAxis([], [1024], [100, 1024]),
    log: { title: 'Log', quick: [], standard: ['shared', 'own'] },
  },
  metrics: [
    'message-rate',
    'throughput',
    'time-per-operation',
    'cpu-per-operation',
    'system-cpu-per-operation',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log', 'lmdb', 'classic-level'],
  standardSubjects: ['segment-log'],
  contrast: { axis: 'consumers', baseline: 1 },
  timing: { standard: { blocks: 7, warmUpMs: 200, measureMs: 300 } },
  method: { kind: 'in-process', prepare: consumersWorkload },
});
