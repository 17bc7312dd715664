import { expect, it } from 'vitest';
import type { StorageSubject } from '../subject.ts';
import { fetchProgram } from './fetch-program.ts';

it('reads as often as the messages asked for need, over several batches', async () => {
  const runs: number[] = [];
  const subject: StorageSubject = {
    start: () => ({
      run: async (count) => void runs.push(count),
      check: async () => {},
      cpuMicros: async () => ({ user: 3, system: 4 }),
      close: async () => {},
    }),
  };
  const work = { kind: 'read', bytes: 1_000, fileBytes: 100_000 } as const;
  const workload = await fetchProgram({ subject, folder: '' }, work, 10);
  for (const count of [1, 9, 1, 25, 4, 60]) await workload.batch?.(count);
  // 1 of 10 delivered, 9 of the same 10, then 1, 25, 4 of 30, then 60.
  expect(runs).toEqual([1, 1, 2, 6]);
  expect(workload.bytesPerOperation).toBe(100);
  expect(workload.messagesPerOperation).toBe(1);
  expect(await workload.counters?.()).toMatchObject({ 'cpu-per-operation': 7 });
});
