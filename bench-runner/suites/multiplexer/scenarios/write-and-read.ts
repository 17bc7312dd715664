import { defineScenario } from '../../../define/scenario.ts';
import { sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { readBackWorkload } from '../workloads/read-back.ts';

export default defineScenario<MultiplexerSubject>({
  title: 'Write and read back',
  question:
    'How much of a writer’s gain is left when the message is read back in the same process?',
  description:
    'Each operation writes one message into the suite’s reader, which copies the payload and puts the message together again. The reader is the same for every subject, but its work depends on the frames it is given: many short frames cost it more than one long one. Subjects that hold bytes back (coalesced) are read in later operations; every message is read in the end.',
  operation: 'one message written and read',
  axes: { size: sizeAxis([], [1024, 65_536, 1_048_576]) },
  metrics: [
    'time-per-operation',
    'throughput',
    'allocated-bytes',
    'heap-bytes',
    'array-buffer-bytes',
  ],
  baseline: 'original',
  method: { kind: 'in-process', prepare: readBackWorkload },
});
