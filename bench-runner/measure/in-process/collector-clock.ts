import {
  constants,
  type NodeGCPerformanceDetail,
  type PerformanceEntry,
  PerformanceObserver,
} from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Adds up how long V8's garbage collector holds up this thread, from `gc` performance entries.
 * Collections that the runner itself asks for are not counted.
 */
export function startCollectorClock(): { /** Ends the clock; in ns. */ stop(): Promise<number> } {
  let nanoseconds = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const forced = flagsOf(entry) & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED;
      if (forced === 0) nanoseconds += entry.duration * 1e6;
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  return {
    async stop() {
      // The observer is told of collections at the end of a turn of the event loop.
      await nextTurn();
      await nextTurn();
      observer.disconnect();
      return nanoseconds;
    },
  };
}

/** The type declarations leave `detail` out of the entries of kind `gc`, which have it. */
function flagsOf(entry: PerformanceEntry & { detail?: unknown }): number {
  const detail = entry.detail as NodeGCPerformanceDetail | undefined;
  return detail?.flags ?? 0;
}
