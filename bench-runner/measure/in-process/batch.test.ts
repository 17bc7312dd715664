import { describe, expect, it, vi } from 'vitest';
import { sink, sizeBatch, timedBatch } from './batch.ts';

const workload = { check: () => {} };

describe('sizeBatch', () => {
  // An operation of 50 ns on a clock without noise.
  const run = async (count: number) => count * 50;

  it('makes a batch long enough that the timer is 1 % of it', async () => {
    const count = await sizeBatch(run, { timerNs: 100, measureMs: 0, batches: 20 });
    expect(count * 50).toBeGreaterThanOrEqual(100 / 0.01);
  });

  it('cuts the measuring time into about the number of batches asked for', async () => {
    const count = await sizeBatch(run, { timerNs: 100, measureMs: 100, batches: 20 });
    // 100 ms / 20 = 5 ms a batch = 100,000 operations of 50 ns.
    expect(count).toBe(100_000);
  });

  it('is one operation where that alone takes longer', async () => {
    const slow = async (count: number) => count * 1e9;
    expect(await sizeBatch(slow, { timerNs: 100, measureMs: 100, batches: 20 })).toBe(1);
  });

  it('ends where the clock does not move', async () => {
    const still = async () => 0;
    const count = await sizeBatch(still, { timerNs: 100, measureMs: 1_000, batches: 20 });
    expect(count).toBe(2 ** 24);
  });
});

describe('timedBatch', () => {
  it('performs the operation as often as asked and keeps its result', async () => {
    let calls = 0;
    await timedBatch({ ...workload, operation: () => ++calls })(7);
    expect(calls).toBe(7);
    expect(sink.result).toBe(7);
  });

  it('refuses a workload with neither or both kinds of operation', () => {
    expect(() => timedBatch(workload)).toThrow('exactly one');
    const both = { ...workload, operation: () => 1, batch: async () => {} };
    expect(() => timedBatch(both)).toThrow('exactly one');
  });

  it.each(['operation', 'batch'] as const)(
    'prepares each batch of %ss before its time begins',
    async (kind) => {
      const order: string[] = [];
      const prepareBatch = async (count: number) => {
        await Promise.resolve();
        order.push(`prepare ${count}`);
      };
      const work = {
        operation: () => order.push('work'),
        batch: async () => void order.push('work'),
      };
      const run = timedBatch({ ...workload, prepareBatch, [kind]: work[kind] });
      const clock = vi.spyOn(process.hrtime, 'bigint').mockImplementation(() => {
        order.push('clock');
        return 0n;
      });
      try {
        await run(1);
        await run(1);
      } finally {
        clock.mockRestore();
      }
      const batch = ['prepare 1', 'clock', 'work', 'clock'];
      expect(order).toEqual([...batch, ...batch]);
    },
  );
});
