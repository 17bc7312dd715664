import { describe, expect, test } from 'vitest';
import { cpuShares, parseProcStat, readMachineCpu, sumProcessors } from './machine-cpu.ts';

const procStat = (figures: string) => `cpu  ${figures}\ncpu0 1 1 1 1 1 1 1 1 0 0\nintr 5\n`;

describe('/proc/stat', () => {
  test('idle and waiting time is not busy, stolen time is told apart', () => {
    // user 1000, nice 200, system 300, idle 5000, iowait 400, irq 10, softirq 90, steal 50
    expect(parseProcStat(procStat('1000 200 300 5000 400 10 90 50 700 0'))).toEqual({
      busy: 16,
      steal: 0.5,
      total: 70.5,
    });
  });

  test('of an old kernel has no stolen time', () => {
    expect(parseProcStat(procStat('100 0 0 300'))).toEqual({ busy: 1, steal: null, total: 4 });
  });

  test('without its first line is refused', () => {
    expect(() => parseProcStat('cpu0 1 2 3 4\n')).toThrow(SyntaxError);
    expect(() => parseProcStat(procStat('1 x 3 4'))).toThrow(SyntaxError);
  });
});

test('processors are summed where there is no /proc/stat', () => {
  const processor = { user: 1000, nice: 0, sys: 500, idle: 8000, irq: 500 };
  expect(sumProcessors([processor, processor])).toEqual({ busy: 4, steal: null, total: 20 });
});

describe('shares of all processors', () => {
  const before = { busy: 10, steal: 1, total: 100 };

  test('foreign is what is left of the busy time', () => {
    const after = { busy: 16, steal: 1.5, total: 110 };
    expect(cpuShares(before, after, 4)).toEqual({ foreignCpuShare: 0.2, stealShare: 0.05 });
  });

  test('stay within 0 and 1 when readings are rounded against each other', () => {
    const after = { busy: 11, steal: 1, total: 110 };
    expect(cpuShares(before, after, 1.02).foreignCpuShare).toBe(0);
    expect(cpuShares(before, before, 0)).toEqual({ foreignCpuShare: 0, stealShare: 0 });
  });

  test('steal is unknown where either reading has none', () => {
    expect(cpuShares(before, { ...before, steal: null, total: 101 }, 0).stealShare).toBeNull();
  });
});

test('the machine was busy for some of the time since it started', () => {
  const { busy, total } = readMachineCpu();
  expect(busy).toBeGreaterThan(0);
  expect(total).toBeGreaterThan(busy);
});
