import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { producer } from '../workloads/concurrent-producer.ts';
import { concurrentProducersWorkload } from '../workloads/concurrent-producers.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';

/** The thread that produces. */
export const peers = { producer };

export default defineScenario<StorageSubject>({
  title: 'Concurrent producers',
  category: 'produce',
  question: 'How much more do several producers get through than one?',
  description:
    'Messages of random bytes are appended one at a time by as many producers as the axis says. Acknowledged from the page cache, each producer is a thread with a log of its own, since a partition has one writer; they can gain as much as there are processors for them. Under `sync`, the producers share one log and one thread, each waiting for its own message before its next: what is in flight at the same time shares a sync (group commit), so that they gain although the disk gets no faster. A batch of operations is divided among the producers and ends when the last is done; the messages between the threads take less than 1 % of it. Before and after, each log is read back and compared, and again after it was closed and opened.',
  operation: 'one message appended by any producer',
  axes: {
    producers: { title: 'Producers', quick: [], standard: [1, 2, 4], full: [1, 2, 4, 8] },
    size: sizeAxis([], [1024], [100, 1024]),
    durability: durabilityAxis([], ['page-cache', 'sync']),
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
  contrast: { axis: 'producers', baseline: 1 },
  timing: {
    // Longer batches, beside which the messages between threads are short.
    standard: { blocks: 7, warmUpMs: 200, measureMs: 300 },
    full: { warmUpMs: 250, measureMs: 400 },
  },
  method: { kind: 'in-process', prepare: concurrentProducersWorkload },
});
