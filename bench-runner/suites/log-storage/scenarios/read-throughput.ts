import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { fetchInOrder } from '../workloads/fetch-in-order.ts';
import { sizeAxis } from '../workloads/produce-axes.ts';

export default defineScenario<StorageSubject>({
  title: 'Read throughput',
  category: 'fetch',
  question: 'How fast is a log read from its beginning to its end?',
  description:
    'A log of as many messages, appended in batches of 100 just before, is read whole by one call, again and again; checksums are verified where the subject has them. Its files lie in the page cache, so no disk is measured. A log of at most 256 KB fits what the segment log reads ahead and is then not even read from the page cache again. Before and after, every message is compared with the one written.',
  operation: 'one message delivered',
  axes: {
    messages: {
      title: 'Messages',
      quick: [],
      standard: [10_000],
      full: [100, 1_000, 10_000],
    },
    size: sizeAxis([], [1024]),
  },
  metrics: [
    'throughput',
    'message-rate',
    'time-per-operation',
    'allocated-bytes',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'collector-time-per-operation',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log', 'lmdb', 'classic-level'],
  timing: { standard: { blocks: 7, warmUpMs: 200, measureMs: 200 } },
  method: {
    kind: 'in-process',
    prepare: (context) =>
      fetchInOrder(context, { fetchSize: Number(context.parameters.messages), verify: true }),
  },
});
