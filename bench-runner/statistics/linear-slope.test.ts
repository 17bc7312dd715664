import { expect, test } from 'vitest';
import { linearSlope } from './linear-slope.ts';
import { seededRandom } from './seeded-random.ts';

const series = (values: readonly number[]) => values.map((value, at) => ({ at, value }));

test('points on a line have its slope, per unit of time', () => {
  const line = Array.from({ length: 12 }, (_, index) => ({ at: index * 5, value: 3 + index * 10 }));
  expect(linearSlope(line)).toEqual({ slope: 2, low: 2, high: 2, points: 12 });
});

test('of alternating residuals the slope and its bounds are those worked out by hand', () => {
  // Values 0, 2, 2, 4, 4, 6, 6, 8, 8, 10: neighbours alternate around a slope of 1, so that nothing
  // is added for autocorrelation. Of the 45 slopes, pairs an even number of steps apart (20) have 1;
  // those an odd number d apart have (d + 1)/d from an even point and (d − 1)/d from an odd one.
  // √(10 × 9 × 25 / 18) = 11.18; 45 − 1.96 × 11.18 = 23.09; half of it leaves 11 out: the bounds
  // are the 11th smallest and largest. 10 slopes are below 1 (four 0, three 2/3, two 4/5, 6/7), so
  // the 11th is 1; the largest are five 2, four 4/3, three 6/5 (from the 10th to the 12th).
  const estimate = linearSlope(series([0, 2, 2, 4, 4, 6, 6, 8, 8, 10]));
  expect(estimate).toEqual({ slope: 1, low: 1, high: 6 / 5, points: 10 });
});

test('one outlier does not move it', () => {
  const values = Array.from({ length: 40 }, (_, index) => index + (index % 3));
  const spiked = values.with(35, 1_000);
  const [clean, spiky] = [linearSlope(series(values)), linearSlope(series(spiked))];
  expect(Math.abs((spiky?.slope ?? 0) - (clean?.slope ?? 0))).toBeLessThan(0.02);
});

test('a constant series has a slope of 0 without width', () => {
  expect(linearSlope(series(new Array<number>(20).fill(7)))).toMatchObject({
    slope: 0,
    low: 0,
    high: 0,
  });
});

test('fewer than ten points have none', () => {
  expect(linearSlope(series([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toBeNull();
  expect(linearSlope([])).toBeNull();
});

test('refuses times that do not rise, and what is no number', () => {
  expect(() => linearSlope([...series([1, 2]), { at: 1, value: 3 }])).toThrow('got 1 after 1');
  expect(() => linearSlope(series([1, 2, 3, 4, 5, 6, 7, 8, 9, Number.NaN]))).toThrow('finite');
});

/** Series of a slope of 0.05 with noise in which neighbours correlate. */
function simulated(count: number, correlation: number) {
  const random = seededRandom(2026);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => {
    let noise = gaussian() / Math.sqrt(1 - correlation ** 2);
    return linearSlope(
      series(
        Array.from({ length: 60 }, (_, index) => {
          noise = correlation * noise + gaussian();
          return 0.05 * index + noise;
        }),
      ),
    );
  });
}

test.each([0, 0.5, 0.8])(
  'the interval holds the slope in 90 %% of series or more, with neighbours correlated by %d',
  (correlation) => {
    const estimates = simulated(150, correlation);
    const held = estimates.filter(
      (each) =>
        each?.low !== null && each?.high !== null && each && each.low <= 0.05 && each.high >= 0.05,
    );
    expect(held.length / estimates.length).toBeGreaterThanOrEqual(0.9);
    // Wide enough to hold everything would be no interval: that of independent noise excludes 0.
    if (correlation === 0) {
      const excluded = estimates.filter((each) => (each?.low ?? 0) > 0);
      expect(excluded.length / estimates.length).toBeGreaterThanOrEqual(0.95);
    }
  },
);
