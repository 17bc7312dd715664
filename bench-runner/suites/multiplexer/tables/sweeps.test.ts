import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { layerCosts, thresholdSweep } from './sweeps.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const time = (median: number) => ({ 'time-per-operation': median });
const at = (
  scenario: string,
  axis: string,
  value: number | string,
  ratio: number,
): MadeUpGroup => ({
  scenario,
  axis,
  value,
  subjects: { original: time(1000), hybrid: time(1000 * ratio) },
  ratios: [['hybrid', 'original', ratio, ratio * 0.98, ratio * 1.02, 'better']],
});

describe('sweeps', () => {
  it('have a row for every threshold measured, on the scenario’s page', () => {
    const made = madeUpSuite([
      at('threshold-tuning', 'threshold', 2048, 0.2),
      at('threshold-tuning', 'threshold', 8192, 0.4),
    ]);
    const [table] = thresholdSweep(made);
    expect(Table.parse(table)).toEqual(table);
    expect(table!.scenario).toBe('threshold-tuning');
    expect(table!.rows.map(([first]) => first)).toEqual([
      { kind: 'text', text: '2 KB' },
      { kind: 'text', text: '8 KB' },
    ]);
    expect(table!.rows[1]![2]).toMatchObject({ kind: 'ratio', value: 0.4, verdict: 'better' });
  });

  it('set the cost of each layer beside the published one', () => {
    const [table] = layerCosts(madeUpSuite([at('cost-split', 'layers', 'indirection', 1.01)]));
    expect(Table.parse(table).rows[0]).toMatchObject([
      { text: 'Indirection' },
      { kind: 'ratio', value: 1.01 },
      { kind: 'reference', value: 1.093 },
    ]);
  });

  it('are left out where the run left the scenario out', () => {
    expect([...thresholdSweep(madeUpSuite([])), ...layerCosts(madeUpSuite([]))]).toEqual([]);
  });
});
