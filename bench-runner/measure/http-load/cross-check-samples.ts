import type { LoadPlan, LoadResult } from '../../define/http-load.ts';
import type { MetricDefinition } from '../../define/metric.ts';
import { type CrossCheck, NotExpressible } from '../../load/cross-check/cross-check.ts';
import { crossCheckByK6 } from '../../load/cross-check/k6.ts';
import { crossCheckByWrk } from '../../load/cross-check/wrk.ts';
import type { Samples } from '../../results/samples.ts';
import type { CrossCheckOrder, LoadOrder } from './protocol.ts';

/** Metrics of a run whose loads are sent through another program too. */
export function crossCheckMetrics(tool: CrossCheckOrder['tool']): MetricDefinition[] {
  const latency = (percentile: 'p50' | 'p99'): MetricDefinition => ({
    id: `${tool}-latency-${percentile}`,
    title: `Latency by ${tool}, ${percentile}`,
    unit: 'µs',
    better: 'lower',
    description: `What ${tool} reports for the same load on the same server, right after our own generator.`,
  });
  return [
    {
      id: `${tool}-request-rate`,
      title: `Rate by ${tool}`,
      unit: 'requests/s',
      better: 'higher',
      description: `What ${tool} reports for the same load on the same server, right after our own generator.`,
    },
    {
      id: `${tool}-agreement`,
      title: `Our rate over ${tool}'s`,
      unit: '×',
      better: 'higher',
      description: `Rate by our own generator divided by that by ${tool}, in the same trial. Near 1 the two agree.`,
    },
    latency('p50'),
    latency('p99'),
  ];
}

/** Samples of {@link crossCheckMetrics}; none for a load that the program cannot make. */
export async function crossCheckSamples(
  { tool, program, folder }: CrossCheckOrder,
  { url, seed, warmUpMs, measureMs }: LoadOrder,
  plan: LoadPlan,
  own: LoadResult,
): Promise<Samples> {
  let check: CrossCheck;
  try {
    const by = tool === 'wrk' ? crossCheckByWrk : crossCheckByK6;
    check = await by({ program, url, plan, seed, warmUpMs, measureMs, folder });
  } catch (error) {
    if (error instanceof NotExpressible) return {};
    throw error;
  }
  const { requestsPerSecond, latencyMicros } = check;
  return {
    [`${tool}-request-rate`]: requestsPerSecond,
    [`${tool}-latency-p50`]: latencyMicros.p50,
    [`${tool}-latency-p99`]: latencyMicros.p99,
    ...(requestsPerSecond > 0
      ? { [`${tool}-agreement`]: own.requests / own.seconds / requestsPerSecond }
      : {}),
  };
}
