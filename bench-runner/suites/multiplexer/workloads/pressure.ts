import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { MultiplexerSubject } from '../subject.ts';
import { memoryWorkload } from './memory.ts';

const liveObjects = 200_000;

/** One operation writes one message and replaces one of many live objects. */
export function pressureWorkload(context: PrepareContext<MultiplexerSubject>): Workload {
  const workload = memoryWorkload(context);
  const write = workload.operation!;
  const live = Array.from({ length: liveObjects }, (_, index) => session(index));
  let oldest = 0;

  return {
    ...workload,
    operation: () => {
      live[oldest] = session(oldest);
      oldest = oldest + 1 === liveObjects ? 0 : oldest + 1;
      return write();
    },
  };
}

function session(index: number): { id: number; user: { name: string }; seen: number[] } {
  return { id: index, user: { name: `user ${index}` }, seen: [index, index + 1] };
}
