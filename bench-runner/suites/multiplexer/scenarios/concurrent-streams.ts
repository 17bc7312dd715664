import { defineScenario } from '../../../define/scenario.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { receiver } from '../workloads/receiver.ts';
import { streamsWorkload } from '../workloads/streams.ts';

/** The process that reads. */
export const peers = { receiver };

export default defineScenario<MultiplexerSubject>({
  title: 'Concurrent streams',
  question: 'Does it matter how many messages are open at once on one socket?',
  description:
    'Messages of 64 KB are sent in pieces of 8 KB, as a program does that produces them bit by bit: as many messages as there are streams are open at once, and take turns piece by piece. A writer that knows only a piece cannot choose by the length of the message. A batch counts as done when the reading process has answered that it decoded the last message whole.',
  operation: 'one message of 64 KB decoded by the other process',
  axes: {
    streams: { title: 'Open messages', quick: [], standard: [1, 64], full: [1, 8, 64] },
  },
  metrics: ['time-per-operation', 'throughput', 'cpu-per-operation', 'reader-cpu-per-operation'],
  baseline: 'original',
  method: { kind: 'in-process', prepare: streamsWorkload },
});
