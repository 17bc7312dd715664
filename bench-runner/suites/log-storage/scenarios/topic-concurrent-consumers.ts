import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { topicConsumer, topicConsumersWorkload } from '../workloads/topic-consumers.ts';

/** The thread that fetches. */
export const peers = { topicConsumer };

export default defineScenario<StorageSubject>({
  title: 'Topics: concurrent consumers',
  category: 'topics',
  question: 'How does the rate grow when consumers in threads share the partitions of a topic?',
  description:
    'The eight partitions of a topic are divided among the consumers, as in a consumer group. Each consumer is a worker thread that has the topic open for reading only and fetches at most 100 messages from each of its partitions in turn, in order, and begins a partition anew at its end. The topic holds 16 MB of values that were produced just before, so they lie in the page cache. Checksums are verified. A batch of operations is divided among the consumers and ends when the last is done; one consumer alone is a thread as well. More consumers than processors cannot add to the rate. Before and after, each thread compares every message of its partitions with the one produced.',
  operation: 'one message delivered to any consumer',
  axes: {
    consumers: { title: 'Consumers', quick: [], standard: [1, 2], full: [1, 2, 4, 8] },
    size: { title: 'Message size', unit: 'B', quick: [], standard: [1024], full: [100, 1024] },
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
  contrast: { axis: 'consumers', baseline: 1 },
  timing: { standard: { blocks: 7, warmUpMs: 200, measureMs: 300 } },
  method: { kind: 'in-process', prepare: topicConsumersWorkload },
});
