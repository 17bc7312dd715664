import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Allocation {
  /** Bytes per operation on V8's heap. */
  heapBytes: number;
  /** Bytes per operation in ArrayBuffers, which lie outside V8's heap. */
  arrayBufferBytes: number;
}

/** Metrics that rest on these rounds; without one of them a trial does not spend time on them. */
export const allocationMetrics: ReadonlySet<string> = new Set([
  'heap-bytes',
  'array-buffer-bytes',
  'allocated-bytes',
]);

/** Bytes after which a round is large enough: half of V8's smallest young generation. */
const roundBytes = 2 ** 19;
/** Rounds tried at one size before it is halved because V8 collected in them. */
const attempts = 3;
const defaultMost = 100_000;
const rounds = 3;

/**
 * Bytes allocated per operation: memory in use after a number of operations less that before them,
 * with a forced collection before each round. A round in which V8 collected by itself says too
 * little and does not count; if all do, they are repeated with half the operations. What reading the memory itself allocates is
 * measured with no operation and taken off. The smallest of several rounds is kept: background
 * compilation and the event loop only ever add.
 *
 * @param run Performs a number of operations.
 * @param options.most Operations a round may have; at least 1.
 * @param options.prepare Makes ready what they use up; what it allocates is not counted.
 * @returns undefined where V8 collected in every round even with one operation, or where the
 *   process was started without `--expose-gc`.
 */
export async function measureAllocation(
  run: (count: number) => unknown,
  {
    most = defaultMost,
    prepare,
  }: {
    most?: number;
    prepare?: (count: number) => void | Promise<void>;
  } = {},
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
    if (prepare && count > 0) await prepare(count);
    // Backing stores of dead ArrayBuffers are freed after the collection that found them, at the
    // latest when the next one begins; freed during the round they would hide what it allocates.
    collect();
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
    let count = await sizeRound(round, most);
    let seen = smallest(await repeat(() => round(count)));
    while (!seen && count > 1) {
      count = Math.floor(count / 2);
      seen = smallest(await repeat(() => round(count)));
    }
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

/** Operations whose round allocates enough to be exact, without a collection of V8's own. */
async function sizeRound(
  round: (count: number) => Promise<Allocation | undefined>,
  most: number,
): Promise<number> {
  let count = 1;
  while (count < most) {
    let seen: Allocation | undefined;
    for (let attempt = 0; attempt < attempts && !seen; attempt += 1) seen = await round(count);
    if (!seen) return Math.max(1, Math.floor(count / 4));
    if (seen.heapBytes + seen.arrayBufferBytes > roundBytes) return count;
    count *= 4;
  }
  return most;
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
