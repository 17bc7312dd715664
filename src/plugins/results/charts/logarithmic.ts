/** Largest over smallest value above which values share a logarithmic scale. */
const logarithmicFrom = 20;

/** Whether values are all positive and spread too widely for a linear scale to show the small ones. */
export function asksForLogarithm(values: readonly number[]): boolean {
  const smallest = Math.min(...values);
  return smallest > 0 && Math.max(...values) / smallest > logarithmicFrom;
}
