import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as producersScenario from '../scenarios/topic-concurrent-producers.ts';
import * as balanceScenario from '../scenarios/topic-partition-balance.ts';
import * as produceScenario from '../scenarios/topic-produce.ts';
import type { StorageRecord, StorageSubject } from '../subject.ts';
import { openTopics } from '../subjects/segment-log/topic-adapter.ts';
import { changedTopics } from '../testing/changed-topics.ts';
import { prepareScenario, type ScenarioModule } from '../testing/prepare-scenario.ts';

const segmentLog: StorageSubject = { openTopics };
const cached = { durability: 'page-cache' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-topics-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('producing', () => {
  const produce = { module: produceScenario, parameters: { partitions: 4, size: 100, ...cached } };
  const balance = {
    module: balanceScenario,
    parameters: { partitions: 4, keys: 'zipf', ...cached },
  };

  async function checked(
    { module, parameters }: { module: ScenarioModule; parameters: Record<string, string | number> },
    subject: StorageSubject,
  ): Promise<void> {
    const workload = await prepareScenario(module, { subject, parameters, folder });
    try {
      await workload.check();
    } finally {
      await workload.close?.();
    }
  }

  const producing = (
    produced: (records: readonly StorageRecord[]) => readonly StorageRecord[],
  ): StorageSubject =>
    changedTopics((topics) => ({
      produce: (topic, records) => topics.produce(topic, produced(records)),
    }));

  it('finds a subject out that loses a message', async () => {
    await expect(
      checked(
        produce,
        producing((records) => records.slice(1)),
      ),
    ).rejects.toThrow('198 of 200 messages arrived');
  });

  it('finds a subject out that turns the order round', async () => {
    await expect(
      checked(
        produce,
        producing((records) => records.toReversed()),
      ),
    ).rejects.toThrow('out of order');
  });

  it('finds a subject out that stores a message twice', async () => {
    const twice = producing((records) => [...records, records.at(-1)!]);
    await expect(checked(produce, twice)).rejects.toThrow('doubled');
  });

  it('finds a subject out that has forgotten what it acknowledged before', async () => {
    const { module, parameters } = produce;
    let lost = 0;
    const forgetful = changedTopics((topics) => ({
      endOffsets: (topic) => topics.endOffsets(topic).map((end) => Math.max(0, end - lost)),
    }));
    const workload = await prepareScenario(module, {
      subject: forgetful,
      parameters,
      folder,
    });
    try {
      await workload.prepareBatch?.(40);
      await workload.batch?.(40);
      lost = 100;
      await expect((async () => workload.check())()).rejects.toThrow();
    } finally {
      await workload.close?.();
    }
  });

  it('finds a subject out that separates the messages of a key', async () => {
    // Without its key, a call goes to the next partition whole.
    const keyless = producing((records) => records.map(({ value }) => ({ value })));
    await expect(checked(balance, keyless)).rejects.toThrow('one key');
  });

  it('begins new topics when the old ones have their size, and counts on', async () => {
    const workload = await prepareScenario(balance.module, {
      subject: segmentLog,
      parameters: { partitions: 32, keys: 'uniform', durability: 'interval' },
      folder,
    });
    try {
      // 256 MiB of 10 KB a call: one more than fit.
      await workload.prepareBatch?.(10);
      await workload.batch?.(10);
      expect(readdirSync(folder)).toEqual(['topics-0']);
      await workload.prepareBatch?.(26_843);
      expect(readdirSync(folder)).toEqual(['topics-1']);
      workload.reset?.();
      await workload.batch?.(100);
      const { imbalance } = (await workload.figures?.()) ?? {};
      expect(imbalance).toBeGreaterThan(0);
      expect(imbalance).toBeLessThan(100);
      await workload.check();
    } finally {
      await workload.close?.();
    }
  });
});

describe('producers in threads', () => {
  it('write their partitions in folders of their own', async () => {
    const workload = await prepareScenario(producersScenario, {
      subject: segmentLog,
      parameters: { producers: 2, size: 100, ...cached },
      folder,
    });
    try {
      for (const name of ['producer-0', 'producer-1']) {
        const topic = join(folder, name, 'topics-0', 'topic-0');
        expect(existsSync(join(topic, '1'))).toBe(true);
        expect(existsSync(join(topic, '2'))).toBe(false);
      }
    } finally {
      await workload.close?.();
    }
  });
});
