import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomValues } from '../records.ts';
import segmentLog from '../subjects/segment-log/adapter.ts';
import { RotatingLog } from './produce-rotating-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-rotating-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (batch: number) =>
  RotatingLog.open({
    subject: segmentLog,
    folder,
    options: { durability: 'page-cache' },
    values: randomValues(100, Math.random),
    batch,
    messagesPerLog: 100,
  });

it('leaves one log on the disk, which holds no more messages than it may', async () => {
  const log = await open(20);
  try {
    await log.produce(17);
    expect(log.end).toBe(40);
    expect(readdirSync(folder)).toEqual(['log-3']);
    await log.check();
    // 256 messages more, in batches of 20.
    expect(log.end).toBe(100);
    expect(readdirSync(folder)).toHaveLength(1);
  } finally {
    await log.close();
  }
});

it('goes on with the next value in a new log', async () => {
  const log = await open(1);
  try {
    await log.produce(130);
    const values: Buffer[] = [];
    await log.current.fetch(0, 30, (value) => values.push(Buffer.from(value!)));
    expect(values).toHaveLength(30);
    expect(values[0]).toEqual(Buffer.from(log.valueAt(0)));
    expect(values[0]).not.toEqual(values[1]);
    await log.check();
  } finally {
    await log.close();
  }
});

it('tells how long each call took', async () => {
  const log = await open(1);
  try {
    const times: number[] = [];
    const begun = performance.now();
    await log.produce(50, (nanoseconds) => times.push(nanoseconds));
    const elapsed = (performance.now() - begun) * 1e6;
    expect(times).toHaveLength(50);
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(times.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(elapsed);
  } finally {
    await log.close();
  }
});
