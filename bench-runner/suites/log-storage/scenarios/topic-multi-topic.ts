import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { durabilityAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';
import { topicProduceWorkload } from '../workloads/topic-produce.ts';

export default defineScenario<StorageSubject>({
  title: 'Topics: several topics',
  category: 'topics',
  question: 'What does it cost to produce to several topics in turn?',
  description:
    'Messages of 1 KB of random bytes without keys are produced to topics of four partitions each, 100 in a call, each call to the next topic and there to the next partition, and acknowledged before the next. Topics that have reached 256 MB together are closed and removed and others begin, outside the time. Under `interval` the event loop has a turn after every 8 MB. Before and after, some calls more are made to every topic and the ends of all partitions read back and compared.',
  operation: 'one call that produces 100 messages to a topic',
  axes: {
    topics: { title: 'Topics', quick: [], standard: [1, 5, 10] },
    durability: durabilityAxis([]),
  },
  metrics: [
    'message-rate',
    'throughput',
    'time-per-operation',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'collector-time-per-operation',
    'allocated-bytes',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log'],
  contrast: { axis: 'topics', baseline: 1 },
  timing: produceTiming,
  method: {
    kind: 'in-process',
    prepare: (context) =>
      topicProduceWorkload(context, {
        topics: Number(context.parameters.topics),
        partitions: 4,
        size: 1024,
      }),
  },
});
