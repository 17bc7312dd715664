import { keyOf } from '../records.ts';

/**
 * Exponent of the Zipf distribution: what the Yahoo! Cloud Serving Benchmark takes for skewed
 * requests (Cooper et al., 2010).
 */
const exponent = 0.99;

/** How often keys are drawn: each as often as the others, or some far more often than most. */
export type KeyDistribution = 'uniform' | 'zipf';

/** Different keys with random names: other ones fall on other partitions. */
export function randomKeys(count: number, random: () => number): Uint8Array[] {
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(Math.floor(random() * 2 ** 48));
  return Array.from(numbers, keyOf);
}

/** Numbers of keys, each below `keys`, drawn independently. */
export function drawKeys(
  distribution: KeyDistribution,
  { keys, draws, random }: { keys: number; draws: number; random: () => number },
): Uint32Array {
  if (distribution === 'uniform') {
    return Uint32Array.from({ length: draws }, () => Math.floor(random() * keys));
  }
  const cumulated = cumulatedWeights(keys);
  const whole = cumulated[keys - 1]!;
  return Uint32Array.from({ length: draws }, () => firstAbove(cumulated, random() * whole));
}

/** Sums of the weights 1 / rank^exponent up to each rank. */
function cumulatedWeights(keys: number): Float64Array {
  const cumulated = new Float64Array(keys);
  let sum = 0;
  for (let index = 0; index < keys; index += 1) {
    sum += (index + 1) ** -exponent;
    cumulated[index] = sum;
  }
  return cumulated;
}

/** The first place whose sum lies above a point below the last. */
function firstAbove(cumulated: Float64Array, point: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulated[middle]! > point) high = middle;
    else low = middle + 1;
  }
  return low;
}
