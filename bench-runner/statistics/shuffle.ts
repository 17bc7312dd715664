/**
 * A shuffled copy, every order equally likely as far as the generator is uniform.
 *
 * Source: R. Durstenfeld, "Algorithm 235: Random permutation", Communications of the ACM 7 (1964)
 * 420, after R. A. Fisher and F. Yates.
 *
 * @param random uniform in [0, 1), such as {@link seededRandom}.
 */
export function shuffle<Value>(values: readonly Value[], random: () => number): Value[] {
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[chosen]] = [shuffled[chosen] as Value, shuffled[last] as Value];
  }
  return shuffled;
}
