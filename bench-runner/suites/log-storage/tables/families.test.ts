import { expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { families } from '../families.ts';
import { familyTable } from './families.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

const batches: MadeUpGroup = {
  scenario: 'batch-write',
  parameters: { batch: 100, size: 1024, durability: 'page-cache' },
  subjects: {
    'bare-file': { throughput: six(4000) },
    'segment-log': { throughput: six(2000) },
    lmdb: { throughput: six(500) },
    'classic-level': { throughput: six(100) },
  },
};

const recovery = (indexes: string, time: number): MadeUpGroup => ({
  scenario: 'recovery',
  parameters: { partition: 1000, indexes },
  subjects: { 'segment-log': { 'time-per-operation': six(time) } },
});

it('is one row a family, each with a figure or with why it has none', () => {
  const empty = familyTable(madeUpSuite([]));
  expect(Table.parse(empty)).toEqual(empty);
  expect(empty.rows).toHaveLength(families.length);
  expect(families).toHaveLength(20);
  expect(new Set(families.map(({ headline }) => headline.scenario)).size).toBe(20);
});

it('sets the headline case beside bare calls and the package with the best median', () => {
  const { rows } = familyTable(madeUpSuite([batches]));
  expect(rows[1]).toMatchObject([
    { text: 'batch-write' },
    { text: 'batch 100, size 1,024' },
    { text: 'page-cache' },
    { text: 'Throughput' },
    { text: 'MB/s' },
    { kind: 'value', value: 2000, n: 6 },
    { kind: 'ratio', value: 0.5, verdict: 'worse' },
    { text: 'Lmdb' },
    { kind: 'ratio', value: 4, verdict: 'better' },
  ]);
});

it('takes the case it names and not another, in the unit it is read in', () => {
  const made = madeUpSuite([recovery('good', 3e6), recovery('missing', 9e9)]);
  expect(familyTable(made).rows.at(-1)).toMatchObject([
    { text: 'recovery' },
    { text: 'partition 1,000, indexes good' },
    { kind: 'absent' },
    { text: 'Time per operation' },
    { text: 'ms' },
    { value: 3, low: 3, high: 3 },
    { kind: 'absent' },
    { kind: 'absent' },
    { kind: 'absent' },
  ]);
});
