import { expect, test } from 'vitest';
import { type Cluster, clusterPercentileIntervals } from './cluster-percentiles.ts';
import { seededRandom } from './seeded-random.ts';

const repeated = (value: number, count: number): Cluster => ({ values: [value], counts: [count] });
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function clusterOf(values: readonly number[]): Cluster {
  const counts = new Map<number, number>();
  for (const value of values.toSorted((a, b) => a - b)) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { values: [...counts.keys()], counts: [...counts.values()] };
}

test('the interval of twelve clusters of one value each is that of the sixth smallest of twelve draws', () => {
  // The sixth smallest of 12 draws from 1 to 12 is at most v with P(binomial(12, v/12) ≥ 6): 0.8 %
  // for 2, 5.4 % for 3, 98.6 % for 9, 99.9 % for 10. The tails are 1.08 %.
  const clusters = oneTo(12).map((value) => repeated(value, 10));
  expect(clusterPercentileIntervals(clusters, [50], 1)).toEqual([{ low: 3, high: 10 }]);
});

test('with six clusters the tails of 0.24 % reach to the smallest and the largest', () => {
  // P(third smallest of 6 draws ≤ 1) = 6.2 %; P(it is 6) = 406/46,656 = 0.87 %.
  const clusters = oneTo(6).map((value) => repeated(value, 10));
  expect(clusterPercentileIntervals(clusters, [50], 1)).toEqual([{ low: 1, high: 6 }]);
});

test('what was seen in one trial alone does not pass for certain', () => {
  // Six trials of 900 values of 1; in one of them 100 of 1,000 more. 1.8 % of all are 1,000: p99 is
  // 1,000, and a third of all resamples has none of them. Resampling values would be certain.
  const clusters = [...Array.from({ length: 5 }, () => repeated(1, 900))];
  const slow = { values: [1, 1_000], counts: [900, 100] };
  expect(clusterPercentileIntervals([...clusters, slow], [50, 99], 1)).toEqual([
    { low: 1, high: 1 },
    { low: 1, high: 1_000 },
  ]);
});

test('equal clusters have an interval of no width', () => {
  const clusters = Array.from({ length: 12 }, () => clusterOf(oneTo(100)));
  expect(clusterPercentileIntervals(clusters, [50, 90], 5)).toEqual([
    { low: 50, high: 50 },
    { low: 90, high: 90 },
  ]);
});

test('there is none with fewer than six clusters', () => {
  const clusters = oneTo(5).map((value) => repeated(value, 1_000));
  expect(clusterPercentileIntervals(clusters, [50, 99], 1)).toEqual([
    { low: null, high: null },
    { low: null, high: null },
  ]);
  expect(clusterPercentileIntervals([], [50], 1)).toEqual([{ low: null, high: null }]);
});

test('there is none where fewer than five values lie beyond, least of all of the largest', () => {
  const clusters = Array.from({ length: 10 }, () => clusterOf(oneTo(50)));
  // Of 500 values five lie above p99 and half a value above p99.9.
  const bounded = clusterPercentileIntervals(clusters, [0, 1, 99, 99.9, 100], 1).map(
    ({ low }) => low !== null,
  );
  expect(bounded).toEqual([false, true, true, false, false]);
});

test('the same seed gives the same interval, whatever else is asked for', () => {
  const random = seededRandom(3);
  const clusters = Array.from({ length: 12 }, () =>
    clusterOf(Array.from({ length: 200 }, () => Math.floor(1_000 * random() ** 3))),
  );
  const [alone] = clusterPercentileIntervals(clusters, [90], 7);
  expect(clusterPercentileIntervals(clusters, [99, 90, 50], 7)[1]).toEqual(alone);
});

test('the merged percentile lies inside, whatever the sizes and shapes of clusters', () => {
  const random = seededRandom(11);
  const skewed = () => Math.floor(10 * (1 + 1 / (1.0001 - random()) ** 2));
  for (let round = 0; round < 40; round += 1) {
    const count = 6 + Math.floor(random() * 10);
    const clusters = Array.from({ length: count }, () => {
      const factor = skewed();
      const size = Math.min(400, skewed());
      return clusterOf(Array.from({ length: size }, () => factor * Math.floor(10 * random())));
    });
    const all = clusters
      .flatMap(({ values, counts }) =>
        values.flatMap((value, index) => new Array<number>(counts[index] ?? 0).fill(value)),
      )
      .sort((a, b) => a - b);
    const asked = [50, 90, 99];
    for (const [index, { low, high }] of clusterPercentileIntervals(clusters, asked, 1).entries()) {
      const share = (asked[index] ?? 0) / 100;
      const merged = all[Math.ceil(share * all.length - 1e-9) - 1] ?? Number.NaN;
      if (low === null || high === null) continue;
      expect(merged).toBeGreaterThanOrEqual(low);
      expect(merged).toBeLessThanOrEqual(high);
    }
  }
});

test('refuses values that do not rise, and percentiles beyond 100', () => {
  const good = Array.from({ length: 6 }, () => repeated(1, 10));
  expect(() =>
    clusterPercentileIntervals([...good, { values: [2, 1], counts: [1, 1] }], [50], 1),
  ).toThrow('1 times 1');
  expect(() => clusterPercentileIntervals([...good, repeated(1, 0)], [50], 1)).toThrow('0 times 1');
  expect(() => clusterPercentileIntervals(good, [101], 1)).toThrow('0 to 100, got 101');
});

/**
 * Shares of simulated runs whose interval holds the true percentile: log-normal latencies with a
 * spread of 40 %, whose scale differs between trials by 5 %, kept in four digits.
 */
function coverage(runs: number, trials: number, values: number) {
  const random = seededRandom(2026);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const asked = { 50: 0, 90: 1.2815515655, 99: 2.326347874 };
  const held = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const clusters = Array.from({ length: trials }, () => {
      const scale = 10_000 * Math.exp(0.05 * gaussian());
      return clusterOf(
        Array.from({ length: values }, () => {
          const latency = scale * Math.exp(0.4 * gaussian());
          const step = 10 ** (Math.floor(Math.log10(latency)) - 3);
          return Math.round(latency / step) * step;
        }),
      );
    });
    const intervals = clusterPercentileIntervals(clusters, Object.keys(asked).map(Number), run);
    for (const [index, normal] of Object.values(asked).entries()) {
      const truth = 10_000 * Math.exp(Math.hypot(0.4, 0.05) * normal);
      const { low, high } = intervals[index] ?? {};
      // Half a step of the fourth digit.
      if (low && high && low <= truth * 1.0005 && high >= truth * 0.9995) held[index]! += 1;
    }
  }
  return held.map((count) => count / runs);
}

test('95 % intervals hold the true percentile in 90 to 98 % of runs of twelve trials', () => {
  for (const share of coverage(150, 12, 500)) {
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(share).toBeLessThanOrEqual(0.98);
  }
}, 60_000);
