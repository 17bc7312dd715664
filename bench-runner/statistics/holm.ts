/**
 * Holm's step-down adjustment: p values, in the order given, such that calling those below α
 * wrongly calls one or more with a probability of at most α.
 *
 * Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal
 * of Statistics 6 (1979) 65-70.
 *
 * @throws RangeError on a p outside 0 to 1 or NaN.
 */
export function holm(probabilities: readonly number[]): number[] {
  for (const probability of probabilities) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`Expected probabilities from 0 to 1, got ${probability}.`);
    }
  }
  const count = probabilities.length;
  const adjusted = new Array<number>(count).fill(1);
  let largest = 0;
  [...probabilities.entries()]
    .sort(([, a], [, b]) => a - b)
    .forEach(([index, probability], step) => {
      largest = Math.max(largest, Math.min(1, probability * (count - step)));
      adjusted[index] = largest;
    });
  return adjusted;
}
