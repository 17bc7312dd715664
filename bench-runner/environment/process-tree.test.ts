import { describe, expect, test } from 'vitest';
import type { ProcessEntry } from '../process/process-entry.ts';
import { ProcessTree } from './process-tree.ts';

function entry(pid: number, parent: number, own: number, more: Partial<ProcessEntry> = {}) {
  return {
    pid,
    parent,
    group: 1,
    state: 'R',
    startedAt: pid,
    ownCpuSeconds: own,
    endedChildrenCpuSeconds: 0,
    residentBytes: 1000,
    ...more,
  };
}

/** The usage after each of a series of samples of a tree below process 10. */
function usageAfter(...samples: ProcessEntry[][]) {
  const tree = new ProcessTree(10);
  for (const sample of samples) tree.update(sample);
  return tree.usage;
}

const idle = [entry(1, 0, 500), entry(10, 1, 0)];

describe('CPU of a process tree', () => {
  test('is that of root and descendants since the first sample, nobody else', () => {
    const before = [entry(1, 0, 500), entry(10, 1, 3), entry(20, 1, 7)];
    const later = [
      entry(1, 0, 510),
      entry(10, 1, 4),
      entry(11, 10, 2),
      entry(12, 11, 1),
      entry(20, 1, 9),
    ];
    expect(usageAfter(before, later).cpuSeconds).toBe(4);
  });

  test('counts children between the samples through their parent', () => {
    expect(usageAfter(idle, [entry(10, 1, 1, { endedChildrenCpuSeconds: 6 })]).cpuSeconds).toBe(7);
  });

  test('counts a child once that was seen and then waited for', () => {
    const withChild = [entry(10, 1, 1), entry(11, 10, 5)];
    const waited = [entry(10, 1, 1, { endedChildrenCpuSeconds: 5.5 })];
    expect(usageAfter(idle, withChild, waited).cpuSeconds).toBe(6.5);
  });

  test('counts a child and a grandchild once that ended between two samples', () => {
    const three = [entry(10, 1, 1), entry(11, 10, 2), entry(12, 11, 4)];
    const waited = [entry(10, 1, 1, { endedChildrenCpuSeconds: 6 })];
    expect(usageAfter(idle, three, waited).cpuSeconds).toBe(7);
  });

  test('keeps a child that nobody waited for, and follows an orphan', () => {
    const withChild = [entry(10, 1, 1), entry(11, 10, 5), entry(12, 11, 2)];
    const orphaned = [entry(10, 1, 1), entry(12, 1, 3)];
    expect(usageAfter(idle, withChild, orphaned).cpuSeconds).toBe(9);
    expect(usageAfter(idle, withChild, orphaned, [entry(10, 1, 2)]).cpuSeconds).toBe(10);
  });

  test('keeps its last value after the root has ended, also when its pid is used again', () => {
    expect(usageAfter(idle, [entry(10, 1, 8)], []).cpuSeconds).toBe(8);
    const reused = entry(10, 1, 90, { startedAt: 999 });
    expect(usageAfter(idle, [entry(10, 1, 8)], [reused]).cpuSeconds).toBe(8);
  });

  test('is zero for a process that was never seen', () => {
    expect(usageAfter([entry(1, 0, 500)])).toEqual({ cpuSeconds: 0, peakResidentBytes: 0 });
  });

  test('does not depend on the order of the entries', () => {
    const later = [entry(13, 12, 1), entry(12, 11, 1), entry(11, 10, 1), entry(10, 1, 0)];
    expect(usageAfter(idle, later).cpuSeconds).toBe(3);
  });
});

test('memory is the largest sum seen, not the sum of the largest', () => {
  const both = [
    entry(10, 1, 0, { residentBytes: 300 }),
    entry(11, 10, 0, { residentBytes: 500 }),
    entry(20, 1, 0, { residentBytes: 9_000 }),
  ];
  const one = [entry(10, 1, 0, { residentBytes: 700 })];
  expect(usageAfter(both, one).peakResidentBytes).toBe(800);
});

test('memory is the peak of one process where that fell between two samples', () => {
  const peak = [entry(10, 1, 0, { residentBytes: 300, peakResidentBytes: 900 })];
  expect(usageAfter(idle, peak).peakResidentBytes).toBe(1000);
  expect(usageAfter([entry(10, 1, 0, { residentBytes: 5 })], peak).peakResidentBytes).toBe(900);
});
