import { expect, it } from 'vitest';
import { memorySlope, trialSeries } from './load-series.ts';

const window = (startSeconds: number, requests: number) => ({
  startSeconds,
  seconds: 0.5,
  users: 10,
  requests,
  errors: 0,
  p50: requests === 0 ? null : 200,
  p95: requests === 0 ? null : 900,
  p99: null,
});

it('follows rate, latency, users and memory window by window', () => {
  const memory = [0.1, 0.3, 0.6].map((seconds) => ({ seconds, bytes: seconds * 1e8 }));
  expect(trialSeries([window(0, 50), window(0.5, 0)], memory)).toEqual({
    'request-rate': { unit: 'requests/s', startSeconds: [0, 0.5], values: [100, 0] },
    'latency-p50': { unit: 'µs', startSeconds: [0, 0.5], values: [200, null] },
    'latency-p95': { unit: 'µs', startSeconds: [0, 0.5], values: [900, null] },
    users: { unit: 'users', startSeconds: [0, 0.5], values: [10, 10] },
    'server-memory': { unit: 'MB', startSeconds: [0, 0.5], values: [20, 60] },
  });
});

it('tells how fast memory grows in a minute, whatever few samples stand out', () => {
  const growing = Array.from({ length: 600 }, (_, index) => ({
    seconds: index / 10,
    bytes: 1e8 + (index / 600) * 3e6 + (index % 97 === 0 ? 5e7 : 0),
  }));
  expect(memorySlope(growing)).toBeCloseTo(3, 1);
  expect(memorySlope(growing.map((point) => ({ ...point, bytes: 1e8 })))).toBe(0);
});

it('says nothing of fewer samples than a slope can rest on', () => {
  expect(memorySlope([])).toBeNull();
  expect(memorySlope([0, 1, 2].map((seconds) => ({ seconds, bytes: 1 })))).toBeNull();
});
