import { expect, it } from 'vitest';
import { seededRandom } from '../statistics/seeded-random.ts';
import { arrivalTimes } from './arrival-times.ts';

const take = (times: () => number, count: number) => Array.from({ length: count }, times);

it('spaces constant arrivals evenly, without an error that grows', () => {
  const times = arrivalTimes({ perSecond: 3, arrivals: 'constant' }, Math.random);
  const taken = take(times, 3001);
  expect(taken.slice(0, 3)).toEqual([0, 1000 / 3, 2000 / 3]);
  expect(taken[3000]).toBe(1_000_000);
});

it('draws Poisson gaps by inversion: −ln(1 − u) / rate', () => {
  const uniform = [0, 0.5, 1 - Math.exp(-1), 0.5];
  const times = arrivalTimes({ perSecond: 10, arrivals: 'poisson' }, () => uniform.shift() ?? 0);
  // Gaps of 0, ln 2, 1 and ln 2 times 100 ms.
  const expected = [0, 69.314718, 169.314718, 238.629436];
  for (const [index, time] of take(times, 4).entries())
    expect(time).toBeCloseTo(expected[index]!, 5);
});

it('draws as many Poisson arrivals in a second as the rate says, with its variance', () => {
  const times = arrivalTimes({ perSecond: 100, arrivals: 'poisson' }, seededRandom(3));
  const perSecond = new Float64Array(1000);
  for (let time = times(); time < 1_000_000; time = times())
    perSecond[Math.floor(time / 1000)]! += 1;
  const mean = perSecond.reduce((sum, count) => sum + count) / 1000;
  const variance = perSecond.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 999;
  // Standard errors of mean and variance are 0.32 and 4.5; the seed is fixed.
  expect(Math.abs(mean - 100)).toBeLessThan(1);
  expect(Math.abs(variance - 100)).toBeLessThan(14);
});

it('draws the same arrivals for the same seed', () => {
  const draw = (seed: number) =>
    take(arrivalTimes({ perSecond: 50, arrivals: 'poisson' }, seededRandom(seed)), 20);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

it('refuses a rate that is none', () => {
  for (const perSecond of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => arrivalTimes({ perSecond, arrivals: 'constant' }, Math.random)).toThrow(
      RangeError,
    );
  }
});
