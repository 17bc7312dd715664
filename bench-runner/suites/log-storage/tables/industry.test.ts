import { expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { publishedFigures } from '../published.ts';
import { industryTable } from './industry.ts';
import { madeUpSuite, six } from './testing/made-up-suite.ts';

it('marks what others published, with who and when, and says why it is not comparable', () => {
  const table = industryTable(madeUpSuite([]));
  expect(Table.parse(table)).toEqual(table);
  expect(table.rows).toHaveLength(publishedFigures.length);
  for (const row of table.rows) {
    expect(row[3]).toMatchObject({ kind: 'reference', source: expect.stringMatching(/20\d\d/) });
    expect(row[4]).toEqual({ kind: 'text', text: 'not measured here' });
    expect(row[7]).toMatchObject({ kind: 'absent' });
    expect(row[8]).toMatchObject({ kind: 'text', text: expect.stringMatching(/[Oo]urs|Another/) });
  }
});

it('puts the nearest case of the run beside each, in the published unit', () => {
  const made = madeUpSuite([
    {
      scenario: 'write-throughput',
      parameters: { messages: 10_000, size: 100, durability: 'page-cache' },
      subjects: { 'segment-log': { 'message-rate': six(700_000) } },
    },
  ]);
  expect(industryTable(made).rows[0]).toMatchObject([
    { text: 'Apache Kafka 0.8.1' },
    {},
    { text: 'msg/s' },
    { value: 821_557 },
    {},
    { text: 'write-throughput, messages 10,000, size 100' },
    { text: 'page-cache' },
    { kind: 'value', value: 700_000, n: 6 },
    {},
  ]);
});
