import { expect, it } from 'vitest';
import { measureCapacity } from './capacity.ts';

it('measures what the generator does and what each request costs it', {
  timeout: 60_000,
}, async () => {
  const capacity = await measureCapacity({ warmUpMs: 100, measureMs: 300, connections: 5 });
  expect(capacity.connections).toBe(5);
  expect(capacity.requestsPerSecond).toBeGreaterThan(100);
  const { requestsPerSecond, cpuMicrosPerRequest, cpuShare } = capacity;
  expect((requestsPerSecond * cpuMicrosPerRequest) / 1e6).toBeCloseTo(cpuShare, 6);
  expect(cpuShare).toBeLessThan(2);
});

it('says when its other side does not start, and ends with the reason of an abort', async () => {
  await expect(measureCapacity({ launcher: ['false'] })).rejects.toThrow('responder did not start');
  const signal = AbortSignal.abort(new Error('Ctrl+C'));
  await expect(measureCapacity({ signal })).rejects.toThrow('Ctrl+C');
});
