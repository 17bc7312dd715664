import { defineScenario } from '../../../define/scenario.ts';
import { mixed, sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { memoryWorkload } from '../workloads/memory.ts';

export default defineScenario<MultiplexerSubject>({
  title: 'Write into memory',
  question: 'What does it cost to turn a message into frames, with no transport behind it?',
  description:
    'Each operation writes one message of random bytes into a sink that copies what it is given into a region of 2 MB and gives the buffers back at once. Every subject pays for that one copy; what a subject copies, allocates or calls beyond it is what is compared. The messages are a handful of buffers in rotation, so long ones come from memory and short ones from cache. Subjects that hold bytes back (coalesced) write them in later operations; their cost is spread over the operations that filled the buffer.',
  operation: 'one message written',
  axes: {
    size: sizeAxis([1024], [64, 1024, 8192, 65_536, 1_048_576, mixed]),
  },
  metrics: [
    'time-per-operation',
    'throughput',
    'allocated-bytes',
    'heap-bytes',
    'array-buffer-bytes',
  ],
  baseline: 'original',
  method: { kind: 'in-process', prepare: (context) => memoryWorkload(context) },
});
