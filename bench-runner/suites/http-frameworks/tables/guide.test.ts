import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { bestByWorkload, guide } from './guide.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const rate = (value: number) => ({ 'request-rate': [value] });

const light: MadeUpGroup = {
  scenario: 'lightweight',
  parameters: { users: 50 },
  subjects: { fastify: rate(300), hono: rate(295), express: rate(150) },
  ratios: [
    ['fastify', 'express', 2, 1.9, 2.1, 'better'],
    ['hono', 'express', 1.97, 1.8, 2.1, 'better'],
    ['hono', 'fastify', 0.98, 0.95, 1.01, 'tie'],
  ],
};

function rowOf(groups: MadeUpGroup[], workload: string) {
  const table = guide(madeUpSuite(groups));
  expect(Table.parse(table)).toEqual(table);
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  return table.rows.find(([first]) => first?.kind === 'text' && first.text === workload)!;
}

describe('the guide', () => {
  it('names a tie as a tie, with the first’s figures and the next behind it', () => {
    const row = rowOf([light], 'Light requests');
    expect(row[2]).toEqual({ kind: 'text', text: 'Fastify and Hono (tie)' });
    expect(row[3]).toMatchObject({ kind: 'value', value: 300 });
    expect(row[5]).toMatchObject({ kind: 'ratio', value: 2, low: 1.9, verdict: 'better' });
    expect(row[6]).toEqual({ kind: 'text', text: 'Express' });
    expect(row[7]).toMatchObject({ kind: 'ratio', value: 2 });
  });

  it('shows the baseline as the baseline where it wins', () => {
    const alone = { ...light, subjects: { express: rate(1) }, ratios: [] };
    const row = rowOf([alone], 'Light requests');
    expect(row[5]).toMatchObject({ kind: 'ratio', value: 1, verdict: 'baseline' });
    expect(row[6]).toEqual({ kind: 'absent', reason: 'none was found worse than Express' });
  });

  it('says what was not measured, and what failed', () => {
    expect(rowOf([light], 'Writes')[2]).toEqual({
      kind: 'absent',
      reason: 'not in this run (profile standard)',
    });
    const failed = { ...light, subjects: { express: { failed: 'no answer' } }, ratios: [] };
    expect(rowOf([failed], 'Light requests')[2]).toMatchObject({ reason: /each failed/ });
  });

  it('is put into words', () => {
    expect(bestByWorkload(madeUpSuite([light]))).toEqual([
      'Light requests: Fastify and Hono (tie)',
    ]);
    expect(bestByWorkload(madeUpSuite([]))).toEqual([]);
  });
});
