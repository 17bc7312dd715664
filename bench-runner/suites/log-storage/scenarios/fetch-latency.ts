import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { fetchLatency } from '../workloads/fetch-at-random.ts';
import { sizeAxis } from '../workloads/produce-axes.ts';

export default defineScenario<StorageSubject>({
  title: 'Fetch latency',
  category: 'fetch',
  question: 'How long does one fetch of one message take, and how long do the slowest take?',
  description:
    'One message after the other is fetched at random from a log of 10,000 that were appended singly just before, one fetch in flight, and each is timed by itself. The files lie in the page cache, so no disk is measured; what the slowest show are pauses of the garbage collector and of the machine. It is a closed loop: a fetch that has to wait for a slow one is not counted as slow itself. Before and after, 1,000 of the messages are compared with those written.',
  operation: 'one message delivered',
  axes: {
    size: sizeAxis([], [1024]),
  },
  metrics: [
    'fetch-latency',
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
    prepare: (context) => fetchLatency(context, { messages: 10_000, batch: 1 }),
  },
});
