import { defineScenario } from '../../../define/scenario.ts';
import { mixed } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { memoryWorkload } from '../workloads/memory.ts';

export default defineScenario<MultiplexerSubject>({
  title: 'Threshold tuning',
  question: 'Where should a hybrid writer switch from the simple path to the pooled one?',
  description:
    'Messages of mixed sizes (log-normal, median 4 KB, 64 B to 1 MB) are written into memory by the hybrid writer with its threshold set to each value; original, which ignores the setting, is measured beside it at every value as the reference. The threshold with the lowest ratio is the best for this mixture on this machine. The published library chose 8 KB.',
  operation: 'one message of a mixed size written',
  axes: {
    threshold: {
      title: 'Threshold',
      unit: 'B',
      quick: [],
      standard: [2048, 8192, 16_384, 65_536],
      full: [2048, 4096, 8192, 16_384, 32_768, 65_536],
    },
  },
  metrics: ['time-per-operation', 'throughput', 'allocated-bytes'],
  baseline: 'original',
  subjects: ['original', 'hybrid'],
  method: {
    kind: 'in-process',
    prepare: (context) =>
      memoryWorkload(
        { ...context, parameters: { ...context.parameters, size: mixed } },
        { threshold: Number(context.parameters.threshold) },
      ),
  },
});
