import type { Workload } from '../../define/workload.ts';
import type { Samples } from '../../results/samples.ts';
import { isSteady, steadyWindow } from '../../statistics/steady-state.ts';
import type { Stage } from '../trial-failure.ts';
import { allocationMetrics, measureAllocation } from './allocation.ts';
import { type Batch, sink, sizeBatch, timedBatch } from './batch.ts';
import { startCollectorClock } from './collector-clock.ts';
import { CpuClock } from './cpu-clock.ts';
import type { TrialOutcome } from './protocol.ts';
import { now, timerOverheadNs } from './timer.ts';

/** Batches a trial is cut into, so that one disturbance spoils one of them. */
const batchesPerTrial = 20;

/**
 * One trial of a prepared workload: check, size the batches, warm up, measure, count allocated
 * bytes, check again. Bytes are counted after timing, in rounds of their own.
 */
export async function runTrial(
  workload: Workload,
  bounds: { warmUpMs: number; measureMs: number; metrics: readonly string[] },
  enter: (stage: Stage) => void,
): Promise<TrialOutcome> {
  enter('check');
  await workload.check();

  enter('warm-up');
  const timerNs = timerOverheadNs();
  const cpuClock = new CpuClock();
  const run = timedBatch(workload, cpuClock);
  const warm = await warmUp(run, timerNs, bounds);

  enter('measure');
  workload.reset?.();
  const collector = bounds.metrics.includes('collector-time-per-operation')
    ? startCollectorClock()
    : undefined;
  const countersBefore = await workload.counters?.();
  const cpuBefore = cpuClock.read();
  let operations = 0;
  let elapsedNs = 0;
  let batches = 0;
  const deadline = now() + bounds.measureMs * 1e6;
  do {
    elapsedNs += await run(warm.count);
    operations += warm.count;
    batches += 1;
  } while (now() < deadline || batches < 3);
  const cpuAfter = cpuClock.read();
  const countersAfter = await workload.counters?.();
  const collectorNs = (await collector?.stop()) ?? 0;
  const histograms = workload.histograms?.() ?? {};

  const userMicros = cpuAfter.user - cpuBefore.user;
  const systemMicros = cpuAfter.system - cpuBefore.system;
  const samples: Samples = {
    'time-per-operation': elapsedNs / operations,
    'cpu-per-operation': (userMicros + systemMicros) / operations,
    'system-cpu-per-operation': systemMicros / operations,
    ...(await workload.figures?.()),
  };
  if (collector) samples['collector-time-per-operation'] = collectorNs / operations;
  if (workload.messagesPerOperation !== undefined) {
    samples['message-rate'] = (workload.messagesPerOperation * operations * 1e9) / elapsedNs;
  }
  if (workload.bytesPerOperation !== undefined) {
    // bytes/ns = GB/s (10^9 B), and a MB is 10^6 B.
    samples.throughput = (workload.bytesPerOperation * operations * 1_000) / elapsedNs;
  }
  for (const [metric, total] of Object.entries(countersAfter ?? {})) {
    samples[metric] = (total - (countersBefore?.[metric] ?? 0)) / operations;
  }
  for (const [metric, histogram] of Object.entries(histograms)) {
    // Loaded here: most trials record none, and the encoder doubles the time a process starts in.
    const { encodeHistogram } = await import('../histogram.ts');
    samples[metric] = encodeHistogram(histogram);
  }
  const { countedOperations: most, prepareBatch: prepare } = workload;
  const counts = most !== 0 && bounds.metrics.some((metric) => allocationMetrics.has(metric));
  const allocation = counts
    ? await measureAllocation(untimed(workload), { most, prepare })
    : undefined;
  if (allocation) {
    samples['heap-bytes'] = allocation.heapBytes;
    samples['array-buffer-bytes'] = allocation.arrayBufferBytes;
    samples['allocated-bytes'] = allocation.heapBytes + allocation.arrayBufferBytes;
  }

  enter('check-again');
  await workload.check();
  return { samples, steady: warm.steady, batchNs: elapsedNs / batches, timerNs };
}

/** Runs batches until their times are steady, and at the latest for `warmUpMs`. */
export async function warmUp(
  run: Batch,
  timerNs: number,
  { warmUpMs, measureMs }: { warmUpMs: number; measureMs: number },
): Promise<{ count: number; steady: boolean }> {
  const deadline = now() + warmUpMs * 1e6;
  const sizing = { timerNs, measureMs, batches: batchesPerTrial };
  let count = await sizeBatch(run, sizing);
  let times: number[] = [];
  let steady = false;
  while (now() < deadline) {
    times.push((await run(count)) / count);
    if (times.length % steadyWindow !== 0) continue;
    const resized = await sizeBatch(run, sizing);
    // Optimised code is faster: batches that have become much too short are sized anew.
    if (resized > count * 1.5) {
      count = resized;
      times = [];
    } else if (isSteady(times)) {
      steady = true;
      break;
    }
  }
  return { count, steady };
}

/** The workload's operations without the timer, for counting bytes. */
function untimed(workload: Workload): (count: number) => unknown {
  const { operation, batch } = workload;
  if (batch) return batch;
  return (count) => {
    for (let done = 0; done < count; done += 1) sink.result = operation?.();
    // The last result stays reachable otherwise and is counted as if the operation kept it.
    sink.result = undefined;
  };
}
