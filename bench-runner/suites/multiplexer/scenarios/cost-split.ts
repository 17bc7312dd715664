import { defineScenario } from '../../../define/scenario.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { memoryWorkload } from '../workloads/memory.ts';
import type { WriterOptions } from '../writer.ts';

export default defineScenario<MultiplexerSubject>({
  title: 'Cost of the hybrid’s layers',
  question:
    'Of what a hybrid writer loses on small messages, how much is the threshold check and how much the call through a second object?',
  description:
    'Messages of 1 KB, which the hybrid sends down original’s path, are written into memory by original and by the hybrid with only the threshold check (in front of original’s own code), only the indirection (a call through a second object, no check), and both, as it is. The ratio to original is the cost of each. The published library put them at 0.9 % and 9.3 %.',
  operation: 'one message of 1 KB written',
  axes: {
    layers: {
      title: 'Layers',
      quick: [],
      standard: ['check', 'indirection', 'both'],
    },
  },
  metrics: ['time-per-operation', 'allocated-bytes'],
  baseline: 'original',
  subjects: ['original', 'hybrid'],
  method: {
    kind: 'in-process',
    prepare: (context) =>
      memoryWorkload(
        { ...context, parameters: { ...context.parameters, size: 1024 } },
        { layers: context.parameters.layers as WriterOptions['layers'] },
      ),
  },
});
