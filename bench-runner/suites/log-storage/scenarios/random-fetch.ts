import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { fetchAtRandom } from '../workloads/fetch-at-random.ts';
import { sizeAxis } from '../workloads/produce-axes.ts';

export default defineScenario<StorageSubject>({
  title: 'Random fetch',
  category: 'fetch',
  question: 'How many single messages can be fetched by their offset in a second?',
  description:
    'One message after the other is fetched at offsets drawn at random, the same for every subject, with its checksum verified where the subject has one. The batch says how many messages were appended at a time: a log that keeps one checksum for a batch reads the whole batch to verify it, so fetching from large batches costs more. The files were written just before and lie in the page cache, so no disk is measured. The references read as many bytes as a message has, from a file without any structure. Before and after, 1,000 of the messages are compared with those written.',
  operation: 'one message delivered',
  axes: {
    messages: {
      title: 'Messages',
      quick: [],
      standard: [100_000],
      full: [1_000, 10_000, 100_000],
    },
    size: sizeAxis([], [1024]),
    batch: { title: 'Batch', unit: 'messages', quick: [], standard: [1], full: [100, 1] },
  },
  metrics: [
    'message-rate',
    'throughput',
    'time-per-operation',
    'allocated-bytes',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'collector-time-per-operation',
  ],
  baseline: 'bare-file',
  timing: { standard: { blocks: 9, warmUpMs: 200, measureMs: 200 } },
  method: {
    kind: 'in-process',
    prepare: (context) =>
      fetchAtRandom(context, {
        messages: Number(context.parameters.messages),
        batch: Number(context.parameters.batch),
      }),
  },
});
