import type { Environment } from '../results/environment.ts';

/**
 * Measures the timer that trials read, `process.hrtime.bigint()`: the smallest step seen between
 * two readings that differ, and the median cost of a reading over 15 batches of 2,000. Takes a few ms.
 */
export function measureTimer(now: () => bigint = process.hrtime.bigint): Environment['timer'] {
  const readings = 2_000;
  let resolutionNs = Number.POSITIVE_INFINITY;
  const costs: number[] = [];
  for (let batch = 0; batch < 15; batch += 1) {
    const start = now();
    let previous = start;
    for (let reading = 0; reading < readings; reading += 1) {
      const current = now();
      if (current > previous) resolutionNs = Math.min(resolutionNs, Number(current - previous));
      previous = current;
    }
    costs.push(Number(previous - start) / readings);
  }
  costs.sort((a, b) => a - b);
  return {
    resolutionNs: Number.isFinite(resolutionNs) ? resolutionNs : 0,
    costNs: Math.round((costs[7] ?? 0) * 10) / 10,
  };
}
