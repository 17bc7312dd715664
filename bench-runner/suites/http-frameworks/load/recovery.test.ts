import { expect, it } from 'vitest';
import { latencyDrift, medianP95 } from './drift.ts';
import { recovery } from './recovery.ts';

const spike = {
  before: { users: 10, share: 0.3 },
  spike: { users: 100, share: 0.3 },
  after: { users: 10, share: 0.4 },
};

/** Windows of 1 s, one a value. */
const windows = (values: (number | null)[]) =>
  values.map((p95, index) => ({ startSeconds: index, seconds: 1, p95 }));

it('tells each level by the median of its windows', () => {
  const found = recovery(windows([10, 30, 20, 90, 99, 80, 70, 50, 21, 22]), spike, 10);
  expect(found).toMatchObject({
    'latency-p95-before': 20,
    'latency-p95-spike': 90,
    'latency-p95-after': 36,
  });
});

it('has recovered at the end of the first window within 1.5 times the first level', () => {
  const found = recovery(windows([20, 20, 20, 90, 90, 90, 70, 31, 30, 20]), spike, 10);
  expect(found['recovery-time']).toBeCloseTo(3000, 9);
});

it('has not recovered before the end where no window is back', () => {
  const found = recovery(windows([20, 20, 20, 90, 90, 90, 70, 70, null, 70]), spike, 10);
  expect(found['recovery-time']).toBeCloseTo(4000, 9);
});

it('leaves windows out that lie across two levels', () => {
  const across = [
    { startSeconds: 0, seconds: 3, p95: 10 },
    { startSeconds: 2, seconds: 2, p95: 1000 },
    { startSeconds: 4, seconds: 2, p95: 50 },
  ];
  expect(recovery(across, spike, 10)).toMatchObject({
    'latency-p95-before': 10,
    'latency-p95-spike': 50,
  });
  expect(recovery(across, spike, 10)).not.toHaveProperty('latency-p95-after');
});

it('has no median without answers, and the mean of the middle two of an even number', () => {
  expect(medianP95(windows([null]))).toBeUndefined();
  expect(medianP95(windows([4, 1, 2, 3]))).toBe(2.5);
});

it('compares the last fifth of the time with the first', () => {
  expect(latencyDrift(windows([10, 10, 1, 1, 1, 1, 1, 1, 20, 20]))).toBe(2);
  expect(latencyDrift(windows([10, 20]))).toBeUndefined();
});
