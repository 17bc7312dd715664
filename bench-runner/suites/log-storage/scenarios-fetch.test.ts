import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParameterValue } from '../../results/identifiers.ts';
import { metrics } from './metrics.ts';
import type { StorageLog, StorageSubject } from './subject.ts';
import bareFile from './subjects/bare-file/index.ts';
import segmentLog from './subjects/segment-log/adapter.ts';
import { prepareScenario, type ScenarioModule } from './testing/prepare-scenario.ts';
import { segmentOf } from './workloads/compaction.ts';

type Parameters = Record<string, ParameterValue>;

const fetched = { messages: 200, size: 100 };
const compacted = { durability: 'page-cache', segments: 3, size: 1024, duplicates: 50 };

/** Combinations of parameters, of which the first is also tried with subjects that answer wrongly. */
const combinations: Record<string, [Parameters, ...Parameters[]]> = {
  'read-throughput': [fetched, { messages: 1_000, size: 10_240 }],
  'sequential-fetch': [
    { ...fetched, 'fetch-size': 10, checksum: 'verified' },
    { messages: 1_000, size: 1024, 'fetch-size': 100, checksum: 'verified' },
    { ...fetched, 'fetch-size': 1, checksum: 'not-verified' },
  ],
  'random-fetch': [
    { ...fetched, batch: 1 },
    { messages: 1_000, size: 1024, batch: 100 },
  ],
  'fetch-latency': [{ size: 100 }, { size: 1024 }],
  'concurrent-consumers': [
    { consumers: 2, size: 100, log: 'own' },
    { consumers: 1, size: 1024, log: 'shared' },
    { consumers: 3, size: 100, log: 'shared' },
  ],
  compaction: [
    compacted,
    { ...compacted, duplicates: 70, durability: 'sync' },
    { ...compacted, segments: 2, size: 100, duplicates: 30 },
  ],
  recovery: [
    { partition: 40, indexes: 'good' },
    { partition: 40, indexes: 'last-missing' },
    { partition: 40, indexes: 'missing' },
  ],
};

const scenarios = await Promise.all(
  Object.entries(combinations).map(async ([id, parameters]) => {
    const module: ScenarioModule = await import(`./scenarios/${id}.ts`);
    return { id, module, scenario: module.default, parameters };
  }),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-storage-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const prepared = (module: ScenarioModule, subject: StorageSubject, parameters: Parameters) =>
  prepareScenario(module, { subject, parameters, folder });

/** The segment log with something done to what it delivers. */
function spoiled(
  deliver: (value: Uint8Array | null, offset: number) => [Uint8Array | null, number] | undefined,
): StorageSubject {
  return {
    open: async (place, options) => {
      const log = await segmentLog.open!(place, options);
      const fetch: StorageLog['fetch'] = async (offset, most, visit) =>
        log.fetch(offset, most, (value, at) => {
          const delivered = deliver(value, at);
          if (delivered) visit(...delivered);
        });
      return { ...log, fetch };
    },
  };
}

const wrongSubjects: Record<string, StorageSubject> = {
  'changes a byte': spoiled((value, offset) => {
    const changed = Uint8Array.from(value ?? []);
    changed[changed.length - 1]! ^= 1;
    return [changed, offset];
  }),
  'delivers another offset': spoiled((value, offset) => [value, offset + 1]),
  'leaves the last message out': spoiled((value, offset) =>
    offset % 100 === 99 ? undefined : [value, offset],
  ),
};

describe.each(scenarios)('$id', ({ id, module, scenario, parameters }) => {
  const once = id === 'compaction' || id === 'recovery';
  const operations = once ? 2 : 19;

  async function expectRight(subject: StorageSubject, combination: Parameters) {
    const workload = await prepared(module, subject, combination);
    try {
      await workload.check();
      workload.reset?.();
      for (const count of [1, operations - 1]) {
        await workload.prepareBatch?.(count);
        await workload.batch?.(count);
      }
      const counted = await workload.counters?.();
      const figures = await workload.figures?.();
      const histograms = workload.histograms?.() ?? {};
      const names = Object.keys({ ...counted, ...figures, ...histograms });
      expect(scenario.metrics).toEqual(expect.arrayContaining(names));
      for (const histogram of Object.values(histograms)) {
        expect(histogram.totalCount).toBe(operations);
      }
      await workload.check();
      return { ...counted, ...figures };
    } finally {
      await workload.close?.();
    }
  }

  it.each(parameters)('is done rightly by the segment log with %o', async (combination) => {
    await expectRight(segmentLog, combination);
  });

  const { baseline, subjects } = scenario;
  if (baseline === 'bare-file') {
    it('is done rightly by bare file calls', async () => {
      await expectRight(bareFile, parameters[0]);
    });
  }

  it('is done by the subject that others are compared with', () => {
    expect(subjects ?? [baseline]).toContain(baseline);
  });

  it.each(Object.entries(wrongSubjects))('finds a subject out that %s', async (_, wrong) => {
    const workload = await prepared(module, wrong, parameters[0]);
    try {
      await expect((async () => workload.check())()).rejects.toThrow(
        /differs|delivered|left|lost|missing/,
      );
    } finally {
      await workload.close?.();
    }
  });

  it('names only metrics of the suite', () => {
    const known = metrics.map((metric) => metric.id);
    expect(known).toEqual(expect.arrayContaining([...scenario.metrics]));
  });

  it('tries values of its own axes', () => {
    for (const combination of parameters) {
      expect(Object.keys(combination).sort()).toEqual(Object.keys(scenario.axes).sort());
    }
  });
});

describe('compaction', () => {
  const { module } = scenarios.find(({ id }) => id === 'compaction')!;

  it('cuts the log into as many segments as the axis says', async () => {
    for (const size of [100, 1024]) {
      const parameters = { ...compacted, size, segments: 4 };
      const workload = await prepared(module, segmentLog, parameters);
      await workload.close?.();
      const files = readdirSync(join(folder, 'original'));
      expect(files.filter((name) => name.endsWith('.log'))).toHaveLength(4);
      rmSync(join(folder, 'original'), { recursive: true });
      expect(segmentOf(size).messages * size).toBeGreaterThan(950_000);
      expect(segmentOf(size).messages * size).toBeLessThan(1_050_000);
    }
  });

  it('counts what each compaction removes and gives back', async () => {
    const workload = await prepared(module, segmentLog, compacted);
    try {
      await workload.prepareBatch?.(1);
      const before = await workload.counters?.();
      await workload.batch?.(1);
      const after = await workload.counters?.();
      const grownBy = (metric: string) => after![metric]! - before![metric]!;
      expect(grownBy('records-removed')).toBe(3 * segmentOf(1024).messages * 0.5);
      // Half of 3 MB of values, and what frames them.
      expect(grownBy('reclaimed')).toBeGreaterThan(1.5);
      expect(grownBy('reclaimed')).toBeLessThan(1.7);
      const { 'key-memory': keyMemory } = (await workload.figures?.()) ?? {};
      // A table smaller than the keys themselves could not tell them apart.
      expect(keyMemory).toBeGreaterThan(16);
    } finally {
      await workload.close?.();
    }
  });

  it('finds a subject out that leaves the log as it is', async () => {
    const idle: StorageSubject = {
      open: async (place, options) => ({
        ...(await segmentLog.open!(place, options)),
        compact: async () => ({ bytesBefore: 2, bytesAfter: 1, recordsRemoved: 1_500 }),
      }),
    };
    const workload = await prepared(module, idle, compacted);
    try {
      await expect((async () => workload.check())()).rejects.toThrow('compaction left offset');
    } finally {
      await workload.close?.();
    }
  });
});

describe('recovery', () => {
  const { module } = scenarios.find(({ id }) => id === 'recovery')!;

  it('opens sixteen segments, with as many indexes as the axis says', async () => {
    const left = { good: 32, 'last-missing': 30, missing: 0 };
    for (const [indexes, expected] of Object.entries(left)) {
      const workload = await prepared(module, segmentLog, { partition: 40, indexes });
      const place = join(folder, 'partition');
      const count = (pattern: RegExp) => readdirSync(place).filter((name) => pattern.test(name));
      expect(count(/\.log$/)).toHaveLength(16);
      await workload.prepareBatch?.(1);
      expect(count(/index$/)).toHaveLength(expected);
      await workload.batch?.(1);
      expect(count(/index$/)).toHaveLength(32);
      await workload.close?.();
      rmSync(place, { recursive: true });
    }
  });
});
