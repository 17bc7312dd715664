import { defineScenario } from '../../../define/scenario.ts';
import { mixed, sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { receiver } from '../workloads/receiver.ts';
import { socketWorkload } from '../workloads/socket.ts';

/** The process that reads. */
export const peers = { receiver };

export default defineScenario<MultiplexerSubject>({
  title: 'Over a Unix socket',
  question: 'How fast do messages get from one process to another over a Unix socket?',
  description:
    'One process sends messages as fast as the socket takes them and waits whenever the socket is full; another reads and decodes them. A batch counts as done when the reading process has answered that it decoded the last message whole, so its time holds one answer between the processes beside the messages. Before and after, the digests of all distinct messages are compared at the reading end. The package peers open a stream for each message, which is what this wire format does.',
  operation: 'one message decoded by the other process',
  axes: { size: sizeAxis([64], [64, 1024, 8192, 65_536, 1_048_576, mixed]) },
  metrics: ['time-per-operation', 'throughput', 'cpu-per-operation', 'reader-cpu-per-operation'],
  baseline: 'original',
  // Without the packages, which would have to be installed before a first run can measure.
  quickSubjects: [
    'original',
    'optimized',
    'hybrid',
    'gathered',
    'coalesced',
    'adaptive',
    'bare-writev',
  ],
  method: { kind: 'in-process', prepare: (context) => socketWorkload(context, 'unix') },
});
