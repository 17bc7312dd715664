import { defineScenario } from '../../../define/scenario.ts';
import { sizeAxis } from '../payloads.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { pressureWorkload } from '../workloads/pressure.ts';

export default defineScenario<MultiplexerSubject>({
  title: 'Collector pressure',
  question: 'What does a writer’s garbage cost in a process that holds many live objects?',
  description:
    'Messages are written into memory while the process keeps 200,000 small objects alive and replaces one of them with every message, as a server with many sessions does: each full collection has all of them to visit. The collector’s time is what Node.js reports for every collection; it is part of the time per operation, except for what V8 does on other threads.',
  operation: 'one message written',
  axes: { size: sizeAxis([], [65_536], [1024, 65_536, 1_048_576]) },
  metrics: ['time-per-operation', 'throughput', 'collector-time-per-operation'],
  baseline: 'original',
  method: { kind: 'in-process', prepare: pressureWorkload },
});
