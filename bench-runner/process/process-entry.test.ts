import { describe, expect, test } from 'vitest';
import { parseAuxiliaryVector } from './auxiliary-vector.ts';
import {
  parsePeakResidentBytes,
  parseProcessStat,
  parsePsLines,
  parsePsTime,
} from './process-entry.ts';
import { listProcessIds, readProcessTable } from './process-table.ts';

const units = { ticksPerSecond: 100, pageBytes: 4096 };
const tail =
  'S 8860 8861 3599 0 -1 4194304 98 0 0 0 250 50 1200 300 20 0 1 0 95105 3133440 380 18446744073709551615';

describe('a line of /proc/<pid>/stat', () => {
  test('gives CPU in seconds and memory in bytes', () => {
    expect(parseProcessStat(`8878 (cat) ${tail}`, units)).toEqual({
      pid: 8878,
      parent: 8860,
      group: 8861,
      state: 'S',
      startedAt: 95105,
      ownCpuSeconds: 3,
      endedChildrenCpuSeconds: 15,
      residentBytes: 380 * 4096,
    });
  });

  test('keeps its fields when the name holds parentheses, spaces and digits', () => {
    const entry = parseProcessStat(`7 (a) R 1 2 (x) ${tail}`, units);
    expect(entry).toMatchObject({ pid: 7, parent: 8860, state: 'S', ownCpuSeconds: 3 });
  });

  test('follows the units of the kernel', () => {
    const entry = parseProcessStat(`8878 (cat) ${tail}`, {
      ticksPerSecond: 1000,
      pageBytes: 65536,
    });
    expect(entry).toMatchObject({ ownCpuSeconds: 0.3, residentBytes: 380 * 65536 });
  });

  test('is refused when cut short', () => {
    expect(() => parseProcessStat('8878 (cat) S 1 2', units)).toThrow(/expected a line/);
    expect(() => parseProcessStat('', units)).toThrow(SyntaxError);
  });
});

test('the largest memory is read from a status, which a kernel process has none of', () => {
  expect(parsePeakResidentBytes('VmPeak:\t  9000 kB\nVmHWM:\t     512 kB\n')).toBe(524_288);
  expect(parsePeakResidentBytes('Name:\tkthreadd\n')).toBeUndefined();
});

describe('ps', () => {
  test('times are read in all their lengths', () => {
    expect(parsePsTime('0:01.25')).toBe(1.25);
    expect(parsePsTime('12:34')).toBe(754);
    expect(parsePsTime('01:02:03')).toBe(3723);
    expect(parsePsTime('2-01:00:00')).toBe(176_400);
  });

  test('lines are read and headings left out', () => {
    const text =
      '  PID  PPID  PGID STAT   RSS     TIME\n    1     0     1 Ss    9000   0:02.50\n   42     1    42 R+   128  1:00.00\n\n';
    expect(parsePsLines(text)).toEqual([
      expect.objectContaining({ pid: 1, parent: 0, ownCpuSeconds: 2.5, residentBytes: 9_216_000 }),
      expect.objectContaining({ pid: 42, parent: 1, group: 42, state: 'R', ownCpuSeconds: 60 }),
    ]);
  });
});

describe('the auxiliary vector', () => {
  test('holds page size and clock ticks', () => {
    const vector = Buffer.alloc(48);
    [33n, 7n, 6n, 16384n, 17n, 250n].forEach((word, at) => {
      vector.writeBigUInt64LE(word, at * 8);
    });
    expect(parseAuxiliaryVector(vector)).toEqual({ ticksPerSecond: 250, pageBytes: 16384 });
  });

  test('falls back to the usual units', () => {
    expect(parseAuxiliaryVector(Buffer.alloc(5))).toEqual({ ticksPerSecond: 100, pageBytes: 4096 });
  });
});

test('this process stands in the table under its parent', () => {
  const self = readProcessTable().find((entry) => entry.pid === process.pid);
  expect(self?.parent).toBe(process.ppid);
  // The page size is right if the two ways of asking for resident memory roughly agree.
  const ratio = (self?.residentBytes ?? 0) / process.memoryUsage.rss();
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test.runIf(process.platform === 'linux')('ids listed are those of processes', () => {
  expect(listProcessIds()).toContain(process.pid);
});
