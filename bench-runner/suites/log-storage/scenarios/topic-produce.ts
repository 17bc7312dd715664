import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';
import { topicProduceWorkload } from '../workloads/topic-produce.ts';

export default defineScenario<StorageSubject>({
  title: 'Topics: produce',
  category: 'topics',
  question: 'What does it cost to spread messages over the partitions of a topic?',
  description:
    'Messages of random bytes without keys are produced to one topic, 100 in a call. A call goes to one partition, the next call to the next, so that a call stays one batch; one partition is what a log by itself does. Each call is acknowledged before the next. A topic that has reached 256 MB is closed and removed and another begins, outside the time: creating one waits for the disk. Under `interval` the event loop has a turn after every 8 MB. Before and after, some calls more are made and the ends of all partitions read back and compared, and every partition must be as long as what it was given.',
  operation: 'one call that produces 100 messages',
  axes: {
    partitions: { title: 'Partitions', quick: [], standard: [1, 4, 16] },
    size: sizeAxis([], [1024]),
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
  contrast: { axis: 'partitions', baseline: 1 },
  timing: produceTiming,
  method: {
    kind: 'in-process',
    prepare: (context) =>
      topicProduceWorkload(context, {
        topics: 1,
        partitions: Number(context.parameters.partitions),
        size: Number(context.parameters.size),
      }),
  },
});
