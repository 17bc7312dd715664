/**
 * A sorted copy of a sample, smallest first. Every statistic here starts with it, so that all
 * refuse the same input.
 *
 * @throws RangeError where the sample is empty or holds NaN or an infinity: a statistic of such a
 * sample would be a number without meaning.
 */
export function ascending(values: readonly number[]): Float64Array {
  if (values.length === 0) throw new RangeError('Expected at least one value, got none.');
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      throw new RangeError(`Expected finite numbers, got ${value} at index ${index}.`);
    }
  }
  return Float64Array.from(values).sort();
}
