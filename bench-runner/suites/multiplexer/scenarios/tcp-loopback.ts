import { defineScenario } from '../../../define/scenario.ts';
import { sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { receiver } from '../workloads/receiver.ts';
import { socketWorkload } from '../workloads/socket.ts';

/** The process that reads. */
export const peers = { receiver };

export default defineScenario<MultiplexerSubject>({
  title: 'Over loopback TCP',
  question: 'Does what holds over a Unix socket hold over TCP?',
  description:
    'As over a Unix socket, with a TCP connection over the loopback interface and Nagle’s algorithm off at both ends. Loopback has no loss, no delay and no bandwidth limit: over a network the differences shrink to what the network leaves of them.',
  operation: 'one message decoded by the other process',
  axes: { size: sizeAxis([], [1_048_576]) },
  metrics: ['time-per-operation', 'throughput', 'cpu-per-operation', 'reader-cpu-per-operation'],
  baseline: 'original',
  method: { kind: 'in-process', prepare: (context) => socketWorkload(context, 'tcp') },
});
