import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Allocation {
  /** Bytes per operation on V8's heap. */
  heapBytes: number;
  /** Bytes per operation in ArrayBuffers, which lie outside V8's heap. */
  arrayBufferBytes: number;
}

/** Bytes a round may allocate: well below the young generation and external-memory limits. */
const roundBytes = 4 * 2 ** 20;
const maximumCount = 100_000;
const rounds = 5;

/**
 * Bytes allocated per operation: memory in use after a number of operations less that before them,
 * with a forced collection before each round. A round in which V8 collected by itself says too
 * little and is repeated with half the operations. What reading the memory itself allocates is
 * measured with no operation and taken off. The smallest of several rounds is kept: background
 * compilation and the event loop only ever add.
 *
 * @param run Performs a number of operations.
 * @returns undefined where V8 collected in every round even with one operation, or where the
 *   process was started without `--expose-gc`.
 */
export async function measureAllocation(
  run: (count: number) => unknown,
): Promise<Allocation | undefined> {
  const collect = globalThis.gc;
  if (!collect) return undefined;
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  observer.observe({ entryTypes: ['gc'] });
  // The observer is told of a collection some turns of the event loop after it.
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
  };
  const round = async (count: number) => {
    collect();
    await settle();
    collections = 0;
    const before = process.memoryUsage();
    if (count > 0) {
      const pending = run(count);
      if (pending instanceof Promise) await pending;
    }
    const after = process.memoryUsage();
    await settle();
    if (collections > 0) return undefined;
    return {
      heapBytes: after.heapUsed - before.heapUsed,
      arrayBufferBytes: after.arrayBuffers - before.arrayBuffers,
    };
  };
  try {
    const overhead = smallest(await repeat(() => round(0)));
    const count = await sizeRound(round);
    const seen = smallest(await repeat(() => round(count)));
    if (!seen) return undefined;
    return {
      heapBytes: Math.max(0, seen.heapBytes - (overhead?.heapBytes ?? 0)) / count,
      arrayBufferBytes: Math.max(0, seen.arrayBufferBytes) / count,
    };
  } finally {
    observer.disconnect();
  }
}

async function repeat(round: () => Promise<Allocation | undefined>): Promise<Allocation[]> {
  const seen: Allocation[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const allocation = await round();
    if (allocation) seen.push(allocation);
  }
  return seen;
}

/** The most operations whose round stays within its bytes and without a collection of V8's own. */
async function sizeRound(
  round: (count: number) => Promise<Allocation | undefined>,
): Promise<number> {
  let count = 1;
  while (count < maximumCount) {
    const seen = await round(count);
    if (!seen) return Math.max(1, Math.floor(count / 2));
    if (seen.heapBytes + seen.arrayBufferBytes > roundBytes / 4) return count;
    count *= 4;
  }
  return maximumCount;
}

function smallest(allocations: readonly Allocation[]): Allocation | undefined {
  return allocations.reduce<Allocation | undefined>(
    (least, each) =>
      !least || each.heapBytes + each.arrayBufferBytes < least.heapBytes + least.arrayBufferBytes
        ? each
        : least,
    undefined,
  );
}
