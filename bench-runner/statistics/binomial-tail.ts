/**
 * P(X ≤ successes) for X binomial with `trials` throws of a fair coin.
 *
 * Sums the binomial coefficients and halves as it goes, so that no power overflows; only
 * multiplication, division and addition are used, and the result is the same in every engine.
 *
 * @param trials 0 or more. @param successes below 0 gives 0, at or above `trials` gives 1.
 */
export function binomialTail(trials: number, successes: number): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  let coefficient = 1;
  let total = 0;
  let halvings = trials;
  for (let count = 0; count <= successes; count += 1) {
    total += coefficient;
    coefficient = (coefficient * (trials - count)) / (count + 1);
    while (coefficient > 2 ** 52 && halvings > 0) {
      coefficient /= 2;
      total /= 2;
      halvings -= 1;
    }
  }
  for (; halvings > 0; halvings -= 1) total /= 2;
  return total;
}
