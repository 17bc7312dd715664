import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { fetchInOrder } from '../workloads/fetch-in-order.ts';
import { sizeAxis } from '../workloads/produce-axes.ts';

export default defineScenario<StorageSubject>({
  title: 'Sequential fetch',
  category: 'fetch',
  question: 'How fast does a consumer get messages in order, a number of them at a time?',
  description:
    'A consumer fetches at most as many messages as the fetch size says, goes on where the fetch ended, and begins anew at the end of the log. The messages were appended in batches of 100 just before, so the files lie in the page cache and no disk is measured. The axis says whether the subject verifies checksums on the way, where it can choose. The references read as many bytes as a fetch delivers with one call each, from a file without any structure, and hand over no messages. A log of at most 256 KB fits what the segment log reads ahead. Before and after, every message is compared with the one written.',
  operation: 'one message delivered',
  axes: {
    messages: {
      title: 'Messages',
      quick: [10_000],
      standard: [10_000],
      full: [100, 1_000, 10_000],
    },
    size: sizeAxis([1024], [1024]),
    'fetch-size': {
      title: 'Fetch size',
      unit: 'messages',
      quick: [100],
      standard: [1, 100],
      full: [1, 10, 100],
    },
    checksum: {
      title: 'Checksum',
      quick: ['verified'],
      standard: ['verified', 'not-verified'],
    },
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
  baseline: 'bare-file',
  quickSubjects: ['bare-file', 'segment-log'],
  // Reading in order is compared with the packages in read-throughput.
  standardSubjects: ['bare-file', 'bare-c', 'segment-log'],
  timing: { quick: { blocks: 7 }, standard: { blocks: 7, warmUpMs: 200, measureMs: 200 } },
  method: {
    kind: 'in-process',
    prepare: (context) =>
      fetchInOrder(context, {
        fetchSize: Number(context.parameters['fetch-size']),
        verify: context.parameters.checksum === 'verified',
      }),
  },
});
