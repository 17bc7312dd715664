import { expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { coverage } from './coverage.ts';
import { lostUpdates, throughputAgainstLatency } from './scenario-figures.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const transactions = (strategy: string, lost: number): MadeUpGroup => ({
  scenario: 'db-transactions',
  parameters: { strategy, users: 50 },
  subjects: {
    express: { 'decrement-rate': [900], 'lost-update-share': [lost], retries: [0] },
    fastify: { failed: 'lost the stock' },
  },
});

it('shows several figures of each case in a row, on the scenario’s page', () => {
  const made = madeUpSuite([transactions('no-lock', 40), transactions('pessimistic', 0)]);
  const [table] = lostUpdates(made);
  expect(Table.parse(table)).toEqual(table);
  expect(table).toMatchObject({ scenario: 'db-transactions', detectableRatio: null });
  expect(table!.columns.map(({ title }) => title)).toEqual([
    'strategy',
    'users',
    'Subject',
    'Pieces taken per second',
    'Lost updates',
    'Refused',
    'Retries',
    'Latency p99',
  ]);
  expect(table!.rows).toHaveLength(4);
  expect(table!.rows[0]!.slice(0, 5)).toMatchObject([
    { text: 'no-lock' },
    { text: '50' },
    { text: 'Express' },
    { value: 900 },
    { value: 40 },
  ]);
  expect(table!.rows[1]![3]).toEqual({
    kind: 'absent',
    reason: 'fastify failed (check): lost the stock',
  });
});

it('puts scenarios that differ in their axes into one table', () => {
  const subjects = { express: { 'request-rate': [1] } };
  const [table] = throughputAgainstLatency(
    madeUpSuite([
      { scenario: 'lightweight', parameters: { users: 50 }, subjects },
      { scenario: 'middleware-chain', parameters: { users: 10 }, subjects },
    ]),
  );
  expect(Table.parse(table).scenario).toBeNull();
  expect(table!.rows.map((row) => row.slice(0, 2))).toMatchObject([
    [{ text: 'lightweight' }, { text: '50' }],
    [{ text: 'middleware-chain' }, { text: '10' }],
  ]);
});

it('is left out where the run left the scenario out', () => {
  expect([...lostUpdates(madeUpSuite([])), ...throughputAgainstLatency(madeUpSuite([]))]).toEqual(
    [],
  );
});

it('counts what was measured, and says why the rest was not', () => {
  const skipped: MadeUpGroup = {
    scenario: 'cache-hit',
    parameters: { read: 'cached' },
    subjects: { express: { skipped: 'needs Redis' } },
  };
  const table = coverage(
    madeUpSuite([transactions('no-lock', 1), transactions('optimistic', 0), skipped]),
  );
  expect(Table.parse(table)).toEqual(table);
  expect(table.rows).toEqual([
    [
      { kind: 'text', text: 'basic' },
      { kind: 'text', text: 'db-transactions' },
      { kind: 'text', text: '2 of 2 measured' },
      { kind: 'absent', reason: 'failed (check): lost the stock' },
    ],
    [
      { kind: 'text', text: 'basic' },
      { kind: 'text', text: 'cache-hit' },
      { kind: 'absent', reason: 'skipped: needs Redis' },
      { kind: 'absent', reason: 'not asked in the standard profile' },
    ],
  ]);
});
