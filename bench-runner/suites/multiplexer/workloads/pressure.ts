import {
  constants,
  type NodeGCPerformanceDetail,
  type PerformanceEntry,
  PerformanceObserver,
} from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

  let collectorNanos = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // Collections that the runner asks for between measurements are not the subject's.
      const forced = flagsOf(entry) & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED;
      if (forced === 0) collectorNanos += entry.duration * 1e6;
    }
  });
  observer.observe({ entryTypes: ['gc'] });

  return {
    ...workload,
    operation: () => {
      live[oldest] = session(oldest);
      oldest = oldest + 1 === liveObjects ? 0 : oldest + 1;
      return write();
    },
    counters: async () => {
      // The observer is told of collections at the end of a turn of the event loop.
      await nextTurn();
      await nextTurn();
      return { 'collector-time-per-operation': collectorNanos };
    },
    close: () => observer.disconnect(),
  };
}

/** The type declarations leave `detail` out of the entries of kind `gc`, which have it. */
function flagsOf(entry: PerformanceEntry & { detail?: unknown }): number {
  const detail = entry.detail as NodeGCPerformanceDetail | undefined;
  return detail?.flags ?? 0;
}

function session(index: number): { id: number; user: { name: string }; seen: number[] } {
  return { id: index, user: { name: `user ${index}` }, seen: [index, index + 1] };
}
