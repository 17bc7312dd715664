import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { StorageSubject } from '../subject.ts';
import { latencyHistogram } from './latency-histogram.ts';
import { bareProduceWorkload, openRotatingLog } from './produce.ts';

/** One operation appends one message; how long each took to be acknowledged is recorded. */
export async function produceLatencyWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  const latencies = latencyHistogram();
  const took = (nanoseconds: number) => latencies.recordValue(nanoseconds);
  const recording = {
    reset: () => latencies.reset(),
    histograms: () => ({ 'produce-latency': latencies }),
  };
  if (context.subject.open === undefined) {
    return { ...(await bareProduceWorkload(context, took)), ...recording };
  }
  const log = await openRotatingLog(context);
  return {
    ...recording,
    batch: (count) => log.produce(count, took),
    bytesPerOperation: Number(context.parameters.size),
    messagesPerOperation: 1,
    check: () => log.check(),
    close: () => log.close(),
  };
}
