import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { targetRows, targetTable } from './targets.ts';
import { latency, type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

const cached = { size: 1024, durability: 'page-cache' };

function batches(ours: number[], bare: MadeUpGroup['subjects']): MadeUpGroup {
  return {
    scenario: 'batch-write',
    parameters: { batch: 100, ...cached },
    subjects: { 'segment-log': { throughput: ours }, ...bare },
  };
}

const produceLatency = (value: number, low: number, high: number): MadeUpGroup => ({
  scenario: 'produce-latency',
  parameters: cached,
  subjects: { 'segment-log': { 'produce-latency': latency(99, value, low, high) } },
});

const producers = (count: number, rate: number): MadeUpGroup => ({
  scenario: 'concurrent-producers',
  parameters: { producers: count, ...cached },
  subjects: { 'segment-log': { 'message-rate': six(rate) } },
});

function rowOf(title: string, groups: MadeUpGroup[], cores?: number) {
  const row = targetRows(madeUpSuite(groups, cores)).find(({ target }) =>
    target.title.startsWith(title),
  );
  if (row === undefined) throw new Error(`no target ${title}`);
  return row;
}

describe('a target', () => {
  it.each([
    [six(600), true],
    [six(400), false],
    [[450, 480, 490, 510, 530, 540], undefined],
  ])('of at least 500 MB/s, with %j measured, is met: %s', (throughput, met) => {
    const row = rowOf('Produce, 100 messages of 1 KB a batch', [batches(throughput, {})]);
    expect(row.met).toBe(met);
    expect(row.cell).toMatchObject({ kind: 'value', n: 6 });
  });

  it.each([
    [1.5e6, 1.4e6, 1.9e6, true],
    [3e6, 2e6, 4e6, false],
    [1.5e6, 1.4e6, 2e6, undefined],
  ])('below 2 ms, with %d (%d to %d) ns measured, is met: %s', (value, low, high, met) => {
    const row = rowOf('Produce latency', [produceLatency(value, low, high)]);
    expect(row.met).toBe(met);
    expect(row.cell).toMatchObject({ value: value / 1e6, low: low / 1e6, high: high / 1e6 });
  });

  it('is not decided by trials too few for an interval', () => {
    const row = rowOf('Sequential fetch, 1 KB, checksums not verified', [
      {
        scenario: 'sequential-fetch',
        parameters: { size: 1024, 'fetch-size': 100, checksum: 'not-verified' },
        subjects: { 'segment-log': { throughput: [9, 9] }, 'bare-c': { throughput: [10, 10] } },
      },
    ]);
    expect(row).toMatchObject({
      met: undefined,
      cell: { value: 0.9, low: null, high: null, n: 2 },
    });
  });

  it('as a ratio is held against the C program, block by block', () => {
    const ours = [2100, 2800, 3500, 1400, 2800, 2100];
    const bare = { 'bare-c': { throughput: [3000, 4000, 5000, 2000, 4000, 3000] } };
    const row = rowOf('Produce, 100 messages of 1 KB a batch, throughput over', [
      batches(ours, { ...bare, 'bare-file': { throughput: six(1) } }),
    ]);
    expect(row).toMatchObject({ met: true, against: 'bare-c' });
    expect(row.cell).toMatchObject({ kind: 'ratio', value: 0.7, low: 0.7, high: 0.7, n: 6 });
  });

  it('as a ratio is held against Node.js where no compiler was found', () => {
    const row = rowOf('Produce, 100 messages of 1 KB a batch, throughput over', [
      batches(six(1000), {
        'bare-c': { skipped: 'no cc' },
        'bare-file': { throughput: six(2000) },
      }),
    ]);
    expect(row).toMatchObject({ met: false, against: 'bare-file', cell: { value: 0.5 } });
  });

  it('as a difference is that of paired times, in µs', () => {
    const row = rowOf('One message of 1 KB, time over', [
      {
        scenario: 'write-throughput',
        parameters: { messages: 10_000, ...cached },
        subjects: {
          'segment-log': { 'time-per-operation': [3000, 3100, 3200, 3300, 3400, 3500] },
          'bare-file': { 'time-per-operation': [2000, 2100, 2000, 2100, 2000, 2000] },
        },
      },
    ]);
    // 1,000, 1,000, 1,200, 1,200, 1,400 and 1,500 ns.
    expect(row).toMatchObject({ met: true, cell: { value: 1.2, low: 1, high: 1.5, n: 6 } });
  });

  it.each([
    [2, 0.75, true],
    [4, 0.375, false],
    [64, 0.375, false],
  ])('of scaling counts on %d processors no more threads than can run', (cores, share, met) => {
    const row = rowOf('Four producers', [producers(1, 1000), producers(4, 1500)], cores);
    expect(row).toMatchObject({ met, cell: { value: share } });
  });

  it('says what the run did not measure, and what failed', () => {
    expect(rowOf('Four producers', [producers(4, 1500)]).cell).toMatchObject({
      kind: 'absent',
      reason: expect.stringContaining('producers 1'),
    });
    expect(rowOf('Opening a partition', []).cell).toMatchObject({
      kind: 'absent',
      reason:
        'not in this run: it measured no recovery with partition 1,000, indexes good (profile standard)',
    });
    const skipped = batches(six(1), {});
    const made = { ...skipped, subjects: { 'segment-log': { skipped: 'not wanted' } } };
    expect(rowOf('Produce, 100 messages', [made]).cell).toEqual({
      kind: 'absent',
      reason: 'segment-log was skipped: not wanted',
    });
  });
});

it('shows every target with its durability, even where nothing was measured', () => {
  const empty = targetTable(madeUpSuite([]));
  expect(Table.parse(empty)).toEqual(empty);
  expect(new Set(empty.rows.map((row) => row[1]!.kind))).toEqual(new Set(['absent']));
  const { columns, rows } = targetTable(madeUpSuite([batches(six(600), {})]));
  const shown = Object.fromEntries(columns.map(({ id }, index) => [id, rows[0]![index]]));
  expect(shown).toMatchObject({
    durability: { text: 'page-cache' },
    case: { text: 'batch 100, size 1,024' },
    required: { text: 'at least 500' },
    unit: { text: 'MB/s' },
    measured: { value: 600 },
    met: { text: 'yes' },
  });
});
