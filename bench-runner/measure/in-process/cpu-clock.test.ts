import { expect, it } from 'vitest';
import { CpuClock } from './cpu-clock.ts';

/** Computes until the process has used this much CPU, in µs. */
function spend(micros: number): void {
  const before = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    if (user + system >= micros) return;
  }
}

const total = ({ user, system }: NodeJS.CpuUsage) => user + system;

it('leaves out what preparing took, and nothing else', async () => {
  const clock = new CpuClock();
  const before = clock.read();
  const beforeAll = process.cpuUsage();
  spend(20_000);
  await clock.leaveOut(() => spend(30_000));
  const all = total(process.cpuUsage(beforeAll));
  const counted = total(clock.read()) - total(before);
  expect(all - counted).toBeGreaterThanOrEqual(29_000);
  expect(counted).toBeGreaterThanOrEqual(20_000);
});
