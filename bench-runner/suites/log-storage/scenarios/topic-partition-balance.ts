import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { durabilityAxis } from '../workloads/produce-axes.ts';
import { topicBalanceWorkload } from '../workloads/topic-balance.ts';

export default defineScenario<StorageSubject>({
  title: 'Topics: partition balance',
  category: 'topics',
  question: 'How evenly do keys spread messages over partitions, and what do keys cost?',
  description:
    'Messages of 100 B with keys of 16 bytes are produced to one topic, 100 in a call; the hash of a key (murmur2, as of Kafka’s default partitioner) says which partition each belongs to, so a call is cut into a batch for every partition that it falls on. There are 10,000 keys with random names, other ones in each block; 100,000 are drawn before the time begins, and then drawn again in the same order. Uniform: every key as often as the others. Zipf: the key of rank k with a weight of 1 / k^0.99, so that the first takes a tenth of all messages. The imbalance is that of the messages of the timed part, counted by the offsets that the partitions end with. It is a property of keys and hash, not of speed. A topic that has reached 256 MB is closed and removed and another begins, outside the time. Before and after, some calls more are made and read back: every message must be there once, in order, and those of one key in one partition.',
  operation: 'one call that produces 100 messages with keys',
  axes: {
    partitions: { title: 'Partitions', quick: [], standard: [4, 16], full: [4, 8, 16, 32] },
    keys: { title: 'Keys', quick: [], standard: ['uniform', 'zipf'] },
    durability: durabilityAxis([]),
  },
  metrics: [
    'imbalance',
    'message-rate',
    'throughput',
    'time-per-operation',
    'cpu-per-operation',
    'system-cpu-per-operation',
    'allocated-bytes',
  ],
  baseline: 'segment-log',
  subjects: ['segment-log'],
  contrast: { axis: 'keys', baseline: 'uniform' },
  timing: {
    standard: { blocks: 7, warmUpMs: 100, measureMs: 150 },
    full: { warmUpMs: 300, measureMs: 300 },
  },
  method: { kind: 'in-process', prepare: topicBalanceWorkload },
});
