import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workload } from '../../define/workload.ts';
import type { ParameterValue } from '../../results/identifiers.ts';
import { metrics } from './metrics.ts';
import type { StorageSubject } from './subject.ts';
import { openTopics } from './subjects/segment-log/topic-adapter.ts';
import { changedTopics } from './testing/changed-topics.ts';
import { prepareScenario, type ScenarioModule } from './testing/prepare-scenario.ts';

type Parameters = Record<string, ParameterValue>;

const cached = { durability: 'page-cache' };
const compacted = { partitions: 4, segments: 4, duplicates: 50, ...cached };

/** Combinations of parameters, of which the first is also tried with subjects that answer wrongly. */
const combinations: Record<string, [Parameters, ...Parameters[]]> = {
  'topic-produce': [
    { partitions: 4, size: 100, ...cached },
    { partitions: 1, size: 10_240, ...cached },
    { partitions: 16, size: 1024, durability: 'interval' },
    { partitions: 4, size: 1024, durability: 'sync' },
  ],
  'topic-fetch': [
    { partitions: 4, size: 10_240 },
    { partitions: 1, size: 1024 },
  ],
  'topic-concurrent-producers': [
    { producers: 2, size: 100, ...cached },
    { producers: 4, size: 1024, durability: 'sync' },
  ],
  'topic-concurrent-consumers': [
    { consumers: 3, size: 1024 },
    { consumers: 1, size: 1024 },
  ],
  'topic-partition-balance': [
    { partitions: 4, keys: 'zipf', ...cached },
    { partitions: 32, keys: 'uniform', durability: 'interval' },
  ],
  'topic-multi-topic': [
    { topics: 5, ...cached },
    { topics: 1, durability: 'interval' },
  ],
  'topic-compaction': [compacted, { ...compacted, partitions: 1, durability: 'sync' }],
};

const scenarios = await Promise.all(
  Object.entries(combinations).map(async ([id, parameters]) => {
    const module: ScenarioModule = await import(`./scenarios/${id}.ts`);
    return { id, module, scenario: module.default, parameters };
  }),
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-topics-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const segmentLog: StorageSubject = { openTopics };

/** Calls in batches of different lengths, as a trial makes them. */
async function run(workload: Workload, operations: number): Promise<void> {
  for (const count of [1, operations - 1]) {
    await workload.prepareBatch?.(count);
    await workload.batch?.(count);
  }
}

/** The segment log with something done to what it delivers. */
function delivering(
  deliver: (value: Uint8Array | null, offset: number) => [Uint8Array | null, number] | undefined,
): StorageSubject {
  return changedTopics((topics) => ({
    fetch: async (topic, partition, offset, most, visit) =>
      topics.fetch(topic, partition, offset, most, (value, at) => {
        const delivered = deliver(value, at);
        if (delivered) visit(...delivered);
      }),
  }));
}

const wrongSubjects: Record<string, StorageSubject> = {
  'changes a byte': delivering((value, offset) => {
    const other = Uint8Array.from(value ?? []);
    other[other.length - 1]! ^= 1;
    return [other, offset];
  }),
  'delivers another offset': delivering((value, offset) => [value, offset - 1]),
  'leaves messages out': delivering((value, offset) =>
    offset % 10 === 9 ? undefined : [value, offset],
  ),
};

describe.each(scenarios)('$id', ({ id, module, scenario, parameters }) => {
  const operations = id === 'topic-compaction' ? 2 : 19;

  it.each(parameters)('is done rightly by the segment log with %o', async (combination) => {
    const workload = await prepareScenario(module, {
      subject: segmentLog,
      parameters: combination,
      folder,
    });
    try {
      await workload.check();
      workload.reset?.();
      await run(workload, operations);
      const names = Object.keys({
        ...(await workload.counters?.()),
        ...(await workload.figures?.()),
      });
      expect(scenario.metrics).toEqual(expect.arrayContaining(names));
      await workload.check();
    } finally {
      await workload.close?.();
    }
  });

  it.each(Object.entries(wrongSubjects))('finds a subject out that %s', async (_, subject) => {
    const workload = await prepareScenario(module, { subject, parameters: parameters[0], folder });
    try {
      await expect((async () => workload.check())()).rejects.toThrow(
        /differs|due|delivered|missing|left/,
      );
    } finally {
      await workload.close?.();
    }
  });

  it('says what to do with a subject that has no topics', async () => {
    const prepared = async () =>
      prepareScenario(module, { subject: {}, parameters: parameters[0], folder });
    await expect(prepared()).rejects.toThrow(/openTopics.*subject\.json/);
  });

  it('names only metrics of the suite, and values of its own axes', () => {
    const known = metrics.map((metric) => metric.id);
    expect(known).toEqual(expect.arrayContaining([...scenario.metrics]));
    for (const combination of parameters) {
      expect(Object.keys(combination).sort()).toEqual(Object.keys(scenario.axes).sort());
    }
    const { axis, baseline } = scenario.contrast ?? {};
    if (axis !== undefined) expect(scenario.axes[axis]?.standard).toContain(baseline);
  });
});

describe('compaction', () => {
  const { module } = scenarios.find(({ id }) => id === 'topic-compaction')!;

  it('counts what is removed of all partitions', async () => {
    const workload = await prepareScenario(module, {
      subject: segmentLog,
      parameters: compacted,
      folder,
    });
    try {
      await workload.prepareBatch?.(1);
      const before = await workload.counters?.();
      await workload.batch?.(1);
      const after = await workload.counters?.();
      const removed = after!['records-removed']! - before!['records-removed']!;
      expect(removed).toBe((workload.messagesPerOperation ?? 0) / 2);
      expect(after!.reclaimed! - before!.reclaimed!).toBeGreaterThan((removed * 1024) / 1e6);
      const { 'key-memory': keyMemory } = (await workload.figures?.()) ?? {};
      expect(keyMemory).toBeGreaterThan(0);
    } finally {
      await workload.close?.();
    }
  });

  it('finds a subject out that leaves the topic as it is', async () => {
    const idle = changedTopics(() => ({
      compact: async () => ({ bytesBefore: 2, bytesAfter: 1, recordsRemoved: 2_000 }),
    }));
    const workload = await prepareScenario(module, {
      subject: idle,
      parameters: compacted,
      folder,
    });
    try {
      await expect((async () => workload.check())()).rejects.toThrow('compaction left offset');
    } finally {
      await workload.close?.();
    }
  });
});
