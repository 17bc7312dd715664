import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { topicFetchWorkload } from '../workloads/topic-fetch.ts';

export default defineScenario<StorageSubject>({
  title: 'Topics: fetch',
  category: 'topics',
  question: 'What does a consumer lose that reads several partitions in turn?',
  description:
    'A consumer fetches at most 100 messages from each partition of a topic in turn, in order, and begins a partition anew at its end. The topic holds 16 MB of values that were produced just before, 100 in a call, so they lie in the page cache and no disk is measured. Checksums are verified. Before and after, every message of every partition is compared with the one produced.',
  operation: 'one message delivered',
  axes: {
    partitions: { title: 'Partitions', quick: [], standard: [1, 4, 16] },
    size: {
      title: 'Message size',
      unit: 'B',
      quick: [],
      standard: [1024],
      full: [100, 1024, 10_240],
    },
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
  timing: { standard: { blocks: 7, warmUpMs: 200, measureMs: 200 } },
  method: { kind: 'in-process', prepare: topicFetchWorkload },
});
