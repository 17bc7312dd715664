import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileSettings } from '../../plan/profile-settings.ts';
import type { ParameterValue } from '../../results/identifiers.ts';
import type { Profile } from '../../results/schema.ts';
import { metrics } from './metrics.ts';
import * as batchWrite from './scenarios/batch-write.ts';
import * as concurrentProducers from './scenarios/concurrent-producers.ts';
import * as mixedWorkload from './scenarios/mixed-workload.ts';
import * as produceLatency from './scenarios/produce-latency.ts';
import * as segmentRollover from './scenarios/segment-rollover.ts';
import * as writeThroughput from './scenarios/write-throughput.ts';
import type { StorageLog, StorageSubject } from './subject.ts';
import segmentLog from './subjects/segment-log/adapter.ts';
import { prepareScenario, type ScenarioModule } from './testing/prepare-scenario.ts';
import { loadSubjects } from './testing/subject-modules.ts';

interface Combination {
  module: ScenarioModule;
  parameters: Record<string, ParameterValue>;
  operations: number;
}

/** More operations than messages in a log where that is an axis, so that a new log begins. */
const combinations: Combination[] = [
  of(writeThroughput, { messages: 100, size: 100, durability: 'page-cache' }, 257),
  of(writeThroughput, { messages: 1000, size: 1024, durability: 'interval' }, 257),
  of(writeThroughput, { messages: 100, size: 10_240, durability: 'sync' }, 5),
  of(batchWrite, { batch: 10, size: 100, durability: 'page-cache' }, 30),
  of(batchWrite, { batch: 1000, size: 1024, durability: 'interval' }, 10),
  of(batchWrite, { batch: 100, size: 1024, durability: 'sync' }, 3),
  of(produceLatency, { size: 1024, durability: 'page-cache' }, 257),
  of(produceLatency, { size: 100, durability: 'interval' }, 257),
  of(produceLatency, { size: 1024, durability: 'sync' }, 5),
  of(concurrentProducers, { producers: 4, size: 100, durability: 'page-cache' }, 101),
  of(concurrentProducers, { producers: 2, size: 1024, durability: 'interval' }, 1),
  of(concurrentProducers, { producers: 4, size: 1024, durability: 'sync' }, 21),
  of(
    segmentRollover,
    { 'segment-size': 2 ** 20, size: 10_240, durability: 'page-cache' },
    // Three segments and a part of a fourth, with what the check appends.
    120,
  ),
  of(segmentRollover, { 'segment-size': 2 ** 20, size: 1024, durability: 'interval' }, 1500),
  of(mixedWorkload, { reads: 50, size: 1024, durability: 'page-cache' }, 501),
  of(mixedWorkload, { reads: 90, size: 100, durability: 'sync' }, 41),
];

function of(
  module: ScenarioModule,
  parameters: Record<string, ParameterValue>,
  operations: number,
): Combination {
  return { module, parameters, operations };
}

const scenarios = [...new Set(combinations.map(({ module }) => module.default))];
const subjects = await loadSubjects();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-produce-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(combinations.map((one) => ({ ...one, name: nameOf(one) })))('$name', (one) => {
  const taking = subjects.filter(({ id }) => one.module.default.subjects?.includes(id));

  it.each(taking)(
    'is done rightly by $id, before and after',
    async ({ subject }) => {
      const { module, parameters, operations } = one;
      const workload = await prepareScenario(module, { subject, parameters, folder });
      try {
        await workload.check();
        workload.reset?.();
        await workload.batch!(operations);
        for (const histogram of Object.values(workload.histograms?.() ?? {})) {
          expect(histogram.totalCount).toBe(operations);
        }
        await workload.check();
      } finally {
        await workload.close?.();
      }
    },
    60_000,
  );
});

function nameOf({ module, parameters }: Combination): string {
  const values = Object.entries(parameters).map(([axis, value]) => `${axis} ${value}`);
  return `${module.default.title}, ${values.join(', ')}`;
}

describe.each(scenarios)('$title', (scenario) => {
  it('names only metrics of the suite', () => {
    const known = metrics.map(({ id }) => id);
    for (const metric of scenario.metrics) expect(known).toContain(metric);
  });

  it('has its baseline among its subjects in every profile', () => {
    const { baseline, subjects: all, standardSubjects, quickSubjects } = scenario;
    for (const taking of [all, standardSubjects ?? all, quickSubjects ?? all]) {
      expect(taking).toContain(baseline);
    }
  });

  it.each(['quick', 'standard', 'full'] as const)(
    'writes less than 2 GB a trial in the %s profile, at 3 GB/s',
    (profile: Profile) => {
      const { warmUpMs, measureMs } = {
        ...profileSettings[profile],
        ...scenario.timing?.[profile],
      };
      const bytesPerMs = 3e6;
      expect((warmUpMs + measureMs) * bytesPerMs).toBeLessThan(2e9);
    },
  );
});

describe('a subject that answers wrongly is found out', () => {
  const cached = { size: 100, durability: 'page-cache' };

  /** The segment log with something wrong about it; told how often it has been opened. */
  const wrong = (change: (log: StorageLog, openings: number) => Partial<StorageLog>) => {
    let openings = 0;
    const subject: StorageSubject = {
      open: async (where, options) => {
        const log = await segmentLog.open!(where, options);
        openings += 1;
        return { ...log, ...change(log, openings) };
      },
    };
    return subject;
  };
  const checking = async (
    module: ScenarioModule,
    subject: StorageSubject,
    parameters: Record<string, ParameterValue>,
    operations = 0,
  ) => {
    const workload = await prepareScenario(module, { subject, parameters, folder });
    try {
      await workload.batch!(operations);
      await workload.check();
    } finally {
      await workload.close?.();
    }
  };

  const seen = (
    change: (value: Uint8Array, offset: number) => { value: Uint8Array; offset: number } | null,
  ) =>
    wrong((log) => ({
      fetch: (from, most, visit) =>
        log.fetch(from, most, (value, offset) => {
          const delivered = change(value!, offset);
          if (delivered) visit(delivered.value, delivered.offset);
        }),
    }));

  it('by another value', async () => {
    const subject = seen((value, offset) => ({
      value: offset === 200 ? Uint8Array.from(value).fill(value[99]! ^ 1, 99) : value,
      offset,
    }));
    await expect(checking(writeThroughput, subject, { ...cached, messages: 1000 })).rejects.toThrow(
      'the value at offset 200 is not the one that was appended',
    );
  });

  it('by a record that it leaves out', async () => {
    const subject = seen((value, offset) => (offset === 150 ? null : { value, offset }));
    await expect(checking(batchWrite, subject, { ...cached, batch: 10 })).rejects.toThrow(
      'offset 151 was delivered where 150 was due',
    );
  });

  it('by records that it loses when it is closed', async () => {
    const subject = wrong((log, openings) =>
      openings === 1
        ? {}
        : {
            fetch: (from, most, visit) =>
              from >= 250 ? 0 : log.fetch(from, Math.min(most, 250 - from), visit),
          },
    );
    await expect(checking(produceLatency, subject, cached)).rejects.toThrow(
      'offset 250 of 256 was not delivered',
    );
  });

  it('by records after the last that was appended', async () => {
    const subject = wrong((log) => ({
      append: (records) => log.append([...records, ...records]),
    }));
    await expect(checking(batchWrite, subject, { ...cached, batch: 1000 })).rejects.toThrow(
      'where the log should end',
    );
  });

  it('by another offset than the message has', async () => {
    const subject = wrong((log) => ({
      append: async (records) => (await log.append(records)) + 1,
    }));
    const parameters = { ...cached, durability: 'sync', producers: 2 };
    await expect(checking(concurrentProducers, subject, parameters, 10)).rejects.toThrow(
      'acknowledged at offset 1; expected 0',
    );
  });

  it('by fetching a neighbour of the message asked for', async () => {
    const subject = wrong((log) => ({
      fetch: (from, most, visit) =>
        log.fetch(most === 1 ? Math.max(0, from - 1) : from, most, visit),
    }));
    await expect(checking(mixedWorkload, subject, { ...cached, reads: 90 }, 100)).rejects.toThrow(
      'a fetch of offset',
    );
  });

  it('by keeping everything in one segment', async () => {
    const subject: StorageSubject = {
      open: (where, { segmentBytes: _, ...options }) => segmentLog.open!(where, options),
    };
    const parameters = { ...cached, size: 10_240, 'segment-size': 2 ** 20 };
    await expect(checking(segmentRollover, subject, parameters)).rejects.toThrow(
      'lie in 1 segments of 1048576 bytes; expected at least 3',
    );
  });
});
