import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';
import { topicProducer, topicProducersWorkload } from '../workloads/topic-producers.ts';

/** The thread that produces. */
export const peers = { topicProducer };

export default defineScenario<StorageSubject>({
  title: 'Topics: concurrent producers',
  category: 'topics',
  question: 'How does the rate grow when the partitions of a topic are divided among threads?',
  description:
    'A partition has one writer, so each producer is a worker thread that owns two partitions of the topic, in a folder of its own, as a broker has the partitions that it leads. It produces messages of random bytes without keys to them in turn, 100 in a call, each call acknowledged before the next. A batch of operations is divided among the producers and ends when the last is done; one producer alone is a thread as well. More producers than processors cannot add to the rate, except where they wait for the disk. Partitions that have reached 256 MB together are closed and removed and others begin, outside the time. Before and after, each producer makes some calls more, and reads back and compares the ends of its partitions.',
  operation: 'one call that produces 100 messages, by any producer',
  axes: {
    producers: { title: 'Producers', quick: [], standard: [1, 2], full: [1, 2, 4, 8] },
    size: sizeAxis([], [1024], [100, 1024]),
    durability: durabilityAxis([]),
  },
  metrics: [
    'message-rate',
    'throughput',
    'time-per-operation',
    'cpu-per-operation',
    'system-cpu-per-operation',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log'],
  contrast: { axis: 'producers', baseline: 1 },
  timing: {
    ...produceTiming,
    // Longer batches, beside which the messages between threads are short.
    standard: { blocks: 7, warmUpMs: 250, measureMs: 400 },
  },
  method: { kind: 'in-process', prepare: topicProducersWorkload },
});
