import { expect, test } from 'vitest';
import { expandedTail } from './expanded-tail.ts';

/** Integral of a density by Simpson's rule. */
function area(density: (x: number) => number, from: number, to: number): number {
  const steps = 20_000;
  const width = (to - from) / steps;
  let sum = density(from) + density(to);
  for (let step = 1; step < steps; step += 1) {
    sum += (step % 2 === 1 ? 4 : 2) * density(from + step * width);
  }
  return (sum * width) / 3;
}

const normal = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
/** Without its constant, which is got by integrating. */
const student = (degrees: number) => (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2);

/** The x with a share of the normal distribution above it. */
function normalQuantileAbove(share: number): number {
  let [low, high] = [0, 6];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (0.5 - area(normal, 0, middle) > share) low = middle;
    else high = middle;
  }
  return low;
}

test.each([6, 10, 12, 31, 40])('leaves 2.5 %% of Student’s t outside for %d values', (n) => {
  const t = normalQuantileAbove(expandedTail(n) ?? 0) * Math.sqrt((n - 1) / n);
  const density = student(n - 1);
  const half = area(density, 0, 300);
  // Five digits of the share are this much of the 2.5 %.
  expect((half - area(density, 0, t)) / (2 * half)).toBeCloseTo(0.025, 4);
});

test('there is none for fewer than six values, and that of 40 for more', () => {
  expect(expandedTail(5)).toBeNull();
  expect(expandedTail(0)).toBeNull();
  expect(expandedTail(1_000)).toBe(expandedTail(40));
});

test('rises with the number of values and stays below 2.5 %', () => {
  const tails = Array.from({ length: 35 }, (_, index) => expandedTail(index + 6) ?? 0);
  expect(tails).toEqual(tails.toSorted((a, b) => a - b));
  expect(new Set(tails).size).toBe(35);
  expect(tails.at(-1)).toBeLessThan(0.025);
});
