/** The clock of every in-process measurement: monotonic, in ns. */
export const now = (): number => Number(process.hrtime.bigint());

/** Share of a batch that reading the timer may take at most. */
export const timerShare = 0.01;

/**
 * What reading the timer twice, before and after a batch, may be off by, in ns: the median cost of
 * a reading and the smallest step between two readings that differ.
 */
export function timerOverheadNs(readings = 2_000): number {
  const steps: number[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  let previous = now();
  for (let reading = 0; reading < readings; reading += 1) {
    const current = now();
    const step = current - previous;
    steps.push(step);
    if (step > 0 && step < smallest) smallest = step;
    previous = current;
  }
  steps.sort((a, b) => a - b);
  const cost = steps[Math.floor(steps.length / 2)] ?? 0;
  return cost + (Number.isFinite(smallest) ? smallest : 0);
}
