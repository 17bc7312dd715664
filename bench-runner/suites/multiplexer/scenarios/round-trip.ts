import { defineScenario } from '../../../define/scenario.ts';
import { sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { receiver } from '../workloads/receiver.ts';
import { roundTripWorkload } from '../workloads/round-trip.ts';

/** The process that echoes. */
export const peers = { receiver };

export default defineScenario<MultiplexerSubject>({
  title: 'Round trip over a Unix socket',
  question: 'How long does one message take there and back, with nothing else in flight?',
  description:
    'A message is sent, the other process decodes it and sends it back through the same subject, and the next is sent when the echo has been decoded whole: a closed loop with one message in flight. Gathering gains nothing here, so this is where holding messages back would show as a loss. Most of the time goes to the kernel waking two processes in turn. The histogram is in whole µs; subjects are compared by the mean time of a round trip.',
  operation: 'one message sent and its echo decoded',
  axes: { size: sizeAxis([], [64], [64, 8192, 65_536]) },
  metrics: [
    'time-per-operation',
    'round-trip-latency',
    'cpu-per-operation',
    'reader-cpu-per-operation',
  ],
  baseline: 'original',
  method: { kind: 'in-process', prepare: roundTripWorkload },
});
