/** What is drawn with a probability of its weight over the sum of all. */
export interface Weighted<Value> {
  value: Value;
  weight: number;
}

/** Draws values by their weights. @throws RangeError without a positive weight. */
export function weightedDraw<Value>(
  choices: readonly Weighted<Value>[],
): (random: () => number) => Value {
  const sum = choices.reduce((total, { weight }) => total + weight, 0);
  const last = choices.findLast(({ weight }) => weight > 0);
  if (last === undefined) throw new RangeError('Expected at least one positive weight.');
  return (random) => {
    let left = random() * sum;
    for (const { value, weight } of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return last.value;
  };
}
