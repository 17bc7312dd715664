import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { byWorkload } from './by-workload.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const time = (median: number) => ({ 'time-per-operation': median });

const sensor: MadeUpGroup = {
  scenario: 'unix-socket',
  axis: 'size',
  value: 64,
  subjects: {
    'bare-writev': time(200),
    coalesced: time(250),
    gathered: time(2000),
    original: time(4000),
  },
  ratios: [
    ['bare-writev', 'original', 0.05, 0.04, 0.06, 'better'],
    ['coalesced', 'original', 0.0625, 0.06, 0.065, 'better'],
    ['gathered', 'original', 0.5, 0.48, 0.52, 'better'],
    ['bare-writev', 'coalesced', 0.8, 0.7, 0.9, 'better'],
    ['gathered', 'coalesced', 8, 7.5, 8.5, 'worse'],
  ],
};

function rowFor(groups: MadeUpGroup[], workload: string) {
  const table = byWorkload(madeUpSuite(groups));
  expect(Table.parse(table)).toEqual(table);
  return table.rows.filter((row) => row[0]?.kind === 'text' && row[0].text.startsWith(workload));
}

describe('best by workload', () => {
  it('names the winner, its ratio to the baseline, and the next behind it', () => {
    const [row] = rowFor([sensor], 'Sensor');
    expect(row!.slice(1)).toEqual([
      { kind: 'text', text: '64 B' },
      { kind: 'text', text: 'Coalesced' },
      { kind: 'value', value: 250, low: 237.5, high: 262.5, n: 12, caveats: [] },
      {
        kind: 'ratio',
        value: 0.0625,
        verdict: 'better',
        low: 0.06,
        high: 0.065,
        n: 12,
        caveats: [],
      },
      { kind: 'text', text: 'Gathered' },
      {
        kind: 'ratio',
        value: 1 / 8,
        verdict: 'better',
        low: 1 / 8.5,
        high: 1 / 7.5,
        n: 12,
        caveats: [],
      },
    ]);
  });

  it('names a tie as a tie, the lowest median first', () => {
    const ratios = sensor.ratios!.map((ratio) =>
      ratio[0] === 'gathered' && ratio[1] === 'coalesced'
        ? (['gathered', 'coalesced', 1.01, 0.98, 1.04, 'tie'] as const satisfies typeof ratio)
        : ratio,
    );
    const [row] = rowFor([{ ...sensor, ratios }], 'Sensor');
    expect(row![2]).toEqual({ kind: 'text', text: 'Coalesced and Gathered (tie)' });
    expect(row![5]).toEqual({ kind: 'text', text: 'Original' });
  });

  it('shows the baseline as the baseline where it wins', () => {
    const [row] = rowFor(
      [
        {
          ...sensor,
          subjects: { original: time(100), hybrid: time(110) },
          ratios: [['hybrid', 'original', 1.1, 1.08, 1.12, 'worse']],
        },
      ],
      'Sensor',
    );
    expect(row![2]).toEqual({ kind: 'text', text: 'Original' });
    expect(row![4]).toMatchObject({ kind: 'ratio', value: 1, verdict: 'baseline' });
    expect(row![6]).toMatchObject({ kind: 'ratio', value: 1 / 1.1, verdict: 'better' });
  });

  it('has a row for each size of a workload that was measured', () => {
    const api = [1024, 8192].map((value) => ({ ...sensor, value }));
    expect(rowFor(api, 'Web API').map((row) => row[1])).toEqual([
      { kind: 'text', text: '1 KB' },
      { kind: 'text', text: '8 KB' },
    ]);
  });

  it('says of a workload that the run did not measure that it did not', () => {
    const [row] = rowFor([sensor], 'Streaming');
    expect(row![2]).toEqual({
      kind: 'absent',
      reason: 'not in this run: it measured no such size over a Unix socket (profile standard)',
    });
    expect(row).toHaveLength(7);
  });

  it('gives the reason where every subject failed', () => {
    const [row] = rowFor(
      [{ ...sensor, subjects: { original: { failed: 'no socket' } }, ratios: [] }],
      'Sensor',
    );
    expect(row![2]).toMatchObject({ kind: 'absent', reason: /failed or was skipped/ });
  });

  it('gives the reason where only the baseline is missing', () => {
    const [row] = rowFor(
      [
        {
          ...sensor,
          subjects: { coalesced: time(250), original: { skipped: 'left out by --subject' } },
          ratios: [],
        },
      ],
      'Sensor',
    );
    expect(row![4]).toEqual({
      kind: 'absent',
      reason: 'original was skipped: left out by --subject',
    });
  });

  it('gives no interval below six pairs and calls a tie without a noise floor undecided', () => {
    const few: MadeUpGroup = {
      ...sensor,
      pairs: 3,
      noiseFloor: null,
      subjects: { coalesced: time(250), original: time(260) },
      ratios: [['coalesced', 'original', 0.96, 0.9, 1.1, 'tie']],
    };
    const [row] = rowFor([few], 'Sensor');
    expect(row![4]).toMatchObject({ verdict: 'undecided', low: null, high: null, n: 3 });
  });

  it('carries the caveats of the cases it shows and no others', () => {
    const noisy = { code: 'foreign-cpu' as const, detail: '2 of 12 trials' };
    const steal = { code: 'cpu-steal' as const, detail: 'elsewhere' };
    const table = byWorkload(madeUpSuite([{ ...sensor, caveats: [noisy] }], [noisy, steal]));
    expect(table.caveats).toEqual([noisy]);
    expect(table.noiseFloor).toBe(1.02);
  });

  it('is whole for a run that measured nothing over a socket', () => {
    const table = byWorkload(madeUpSuite([]));
    expect(Table.parse(table).rows).toHaveLength(4);
    expect([table.noiseFloor, table.detectableRatio]).toEqual([null, null]);
  });
});
