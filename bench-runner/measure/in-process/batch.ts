import type { Workload } from '../../define/workload.ts';
import { CpuClock } from './cpu-clock.ts';
import { now, timerShare } from './timer.ts';

/** Runs `count` operations and returns how long they took, in ns. */
export type Batch = (count: number) => Promise<number>;

/**
 * Every result of an operation is stored here. A property of an exported object can be read by
 * anyone, so the engine has to compute what is assigned to it: the work cannot be dropped as dead
 * code, and an object returned has to be allocated.
 */
export const sink: { result: unknown } = { result: undefined };

/**
 * The timed loop around a workload's operation, with what the workload prepares before it left out
 * of its time and of the CPU clock.
 */
export function timedBatch(workload: Workload, cpu = new CpuClock()): Batch {
  const { operation, batch, prepareBatch } = workload;
  const prepare = async (count: number) => {
    if (prepareBatch) await cpu.leaveOut(() => prepareBatch(count));
  };
  if (operation && !batch) {
    return async (count) => {
      await prepare(count);
      const start = now();
      for (let done = 0; done < count; done += 1) sink.result = operation();
      return now() - start;
    };
  }
  if (batch && !operation) {
    return async (count) => {
      await prepare(count);
      const start = now();
      await batch(count);
      return now() - start;
    };
  }
  throw new TypeError(
    'prepare() returned neither or both of `operation` and `batch`; a workload has exactly one',
  );
}

/** Operations a batch may hold at most, so that counts stay exact and memory bounded. */
const maximumCount = 2 ** 24;

/**
 * The number of operations in a batch: enough that reading the timer stays below its share of a
 * batch and that a trial has about `batches` of them.
 *
 * @returns At least 1, even where one operation takes longer than the whole trial should.
 */
export async function sizeBatch(
  run: Batch,
  options: { timerNs: number; measureMs: number; batches: number },
): Promise<number> {
  const goal = Math.max(options.timerNs / timerShare, (options.measureMs * 1e6) / options.batches);
  let count = 1;
  // Growth is limited to ×10 a step: the first calls run in the interpreter and are no measure.
  for (;;) {
    const elapsed = Math.max(1, await run(count));
    if (elapsed >= goal || count >= maximumCount) return count;
    const wanted = Math.ceil((count * goal) / elapsed);
    count = Math.min(maximumCount, Math.max(count + 1, Math.min(wanted, count * 10)));
  }
}
