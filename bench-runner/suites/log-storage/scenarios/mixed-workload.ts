import { defineScenario } from '../../../define/scenario.ts';
import type { StorageSubject } from '../subject.ts';
import { mixedWorkload } from '../workloads/mixed.ts';
import { durabilityAxis, sizeAxis } from '../workloads/produce-axes.ts';
import { produceTiming } from '../workloads/produce-timing.ts';

export default defineScenario<StorageSubject>({
  title: 'Mixed workload',
  category: 'mixed',
  question: 'How many messages a second are produced and fetched when both take turns?',
  description:
    'One thread appends messages of random bytes and fetches earlier ones from seeded random places of the same log, one at a time and evenly spread: every second operation fetches at 50 %, nine of ten at 90 %. The log holds 10,000 messages to begin with (100 under `sync`) and grows while it is measured. Each fetch is seen to deliver the offset asked for; before and after, values are compared too, and again after the log was closed and opened.',
  operation: 'one message appended or fetched',
  axes: {
    reads: { title: 'Share of fetches', unit: '%', quick: [], standard: [50, 90] },
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
  subjects: ['segment-log', 'lmdb', 'classic-level'],
  standardSubjects: ['segment-log', 'lmdb'],
  timing: produceTiming,
  method: { kind: 'in-process', prepare: mixedWorkload },
});
