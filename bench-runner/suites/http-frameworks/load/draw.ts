/** A whole number from `low` to `high`, both included, each equally likely. */
export function drawInteger(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of the values, each equally likely. */
export function drawOne<Value>(random: () => number, values: readonly [Value, ...Value[]]): Value {
  return values[drawInteger(random, 0, values.length - 1)] ?? values[0];
}
