import { expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { nextSteps, nextStepTable } from './next-steps.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

const batches = (batch: number, throughput: number[]): MadeUpGroup => ({
  scenario: 'batch-write',
  parameters: { batch, size: 1024, durability: 'page-cache' },
  subjects: { 'segment-log': { throughput } },
});

function kindsOf(groups: MadeUpGroup[]) {
  const made = madeUpSuite(groups);
  const table = nextStepTable(made);
  expect(Table.parse(table)).toEqual(table);
  return nextSteps(made);
}

it('lists targets that were missed with the command that shows where the time goes', () => {
  const [first] = kindsOf([batches(100, six(400))]);
  expect(first).toMatchObject({
    kind: 'target-missed',
    what: 'Produce, 100 messages of 1 KB a batch: at least 500 MB/s',
    cell: { value: 400 },
    todo: 'lab run log-storage --scenario batch-write --profile-cpu shows where its time goes',
  });
});

it('tells targets not decided from those not measured, and leaves out those met', () => {
  const undecided = kindsOf([batches(100, [400, 450, 480, 520, 550, 600])]);
  expect(undecided[0]!.kind).toBe('target-undecided');
  expect(undecided[1]!.kind).toBe('target-not-measured');
  const met = kindsOf([batches(100, six(600))]);
  expect(met.map(({ what }) => what).join()).not.toContain(
    'Produce, 100 messages of 1 KB a batch: ',
  );
});

it('lists the widest intervals, the widest first', () => {
  const wide = kindsOf([
    batches(10, [90, 100, 100, 100, 100, 110]),
    batches(100, six(600)),
    batches(1000, [50, 100, 100, 100, 100, 150]),
  ]).filter(({ kind }) => kind === 'wide-interval');
  expect(wide.map(({ what }) => what)).toEqual([
    'batch-write, batch 1,000, size 1,024: Throughput, 100 % wide',
    'batch-write, batch 10, size 1,024: Throughput, 20 % wide',
    'batch-write, batch 100, size 1,024: Throughput, 0 % wide',
  ]);
});
