import { defineScenario } from '../../../define/scenario.ts';
import { sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { abortWorkload } from '../workloads/abort.ts';

export default defineScenario<MultiplexerSubject>({
  title: 'Abort in mid-message',
  question: 'What does a message cost that is withdrawn half-way?',
  description:
    'Each operation begins a message, writes the first half of it, withdraws it, and the suite’s reader in the same process lets go of what it had gathered. The check makes sure that the reader holds nothing afterwards and that a whole message still gets through.',
  operation: 'one message begun, half written and withdrawn',
  axes: { size: sizeAxis([], [65_536], [8192, 65_536, 1_048_576]) },
  metrics: ['time-per-operation', 'allocated-bytes', 'heap-bytes', 'array-buffer-bytes'],
  baseline: 'original',
  method: { kind: 'in-process', prepare: abortWorkload },
});
