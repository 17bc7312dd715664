import { expect, it } from 'vitest';
import type { MetricSummary } from '../../../results/cases.ts';
import { Table } from '../../../results/tables.ts';
import { durabilityTable } from './durability.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

const tails = (p99: number): MetricSummary => ({
  n: 6,
  median: 2,
  low: 1,
  high: 3,
  percentiles: [50, 99, 99.9, 100].map((percentile) => ({
    percentile,
    value: percentile === 99 ? p99 : percentile * 1000,
    low: percentile === 100 ? null : 1000,
    high: percentile === 100 ? null : 1e9,
  })),
});

const produced = (durability: string, time: number, p99: number): MadeUpGroup => ({
  scenario: 'produce-latency',
  parameters: { size: 1024, durability },
  subjects: {
    'segment-log': { 'time-per-operation': six(time), 'produce-latency': tails(p99) },
  },
});

it('sets each durability beside the page cache, with tails', () => {
  const made = madeUpSuite([produced('page-cache', 2000, 8000), produced('sync', 3e6, 4e7)]);
  const [table] = durabilityTable(made);
  expect(Table.parse(table)).toEqual(table);
  expect(table!.columns.map(({ id }) => id).slice(-4)).toEqual(['p50', 'p99', 'p99-9', 'max']);
  expect(table!.rows).toMatchObject([
    [{}, {}, { text: 'page-cache' }, {}, { kind: 'absent' }, {}, { value: 8 }, {}, {}],
    [
      { text: 'produce-latency' },
      { text: 'size 1,024' },
      { text: 'sync' },
      { kind: 'absent', reason: 'segment-log reported no message-rate' },
      { kind: 'ratio', value: 1500, verdict: 'worse', n: 6 },
      { value: 50 },
      { value: 40_000, low: 1, high: 1e6 },
      { value: 99.9 },
      { value: 100, low: null, high: null },
    ],
  ]);
});

it('leaves out what was measured under one durability, and says what is missing', () => {
  expect(durabilityTable(madeUpSuite([produced('sync', 1, 1)]))).toEqual([]);
  const [table] = durabilityTable(
    madeUpSuite([produced('interval', 1, 1), produced('sync', 1, 1)]),
  );
  expect(table!.rows[0]![4]).toEqual({
    kind: 'absent',
    reason: 'not in this run: the case under page-cache',
  });
});
