import { expect, test } from 'vitest';
import type { Cell, Table } from '../results/tables.ts';
import { analyse } from './analyse.ts';
import type { RawCase } from './raw-document.ts';
import {
  histogramOf,
  latency,
  measured,
  rawDocument,
  scenario,
  time,
  trial,
  trials,
} from './testing/raw-document.ts';

const times = (count: number, factor = 1) =>
  Array.from({ length: count }, (_, block) => (100 + block) * factor);
const sizes = (...values: number[]) => [{ id: 'size', title: 'Message size', unit: 'B', values }];

/** Cells in a word or two. */
function plainRows({ rows }: Table) {
  return rows.map((row) =>
    row.map((cell: Cell) => {
      if (cell.kind === 'text') return cell.text;
      if (cell.kind === 'rank') return `${cell.rank}${cell.tied ? '=' : ''}`;
      if (cell.kind === 'ratio') return `${cell.value} ${cell.verdict}`;
      return cell.kind === 'absent' ? cell.reason : cell.value;
    }),
  );
}

const only = (tables: Table[]): Table => {
  expect(tables).toHaveLength(1);
  return tables[0] as Table;
};

test('a row a subject: ranked, then failed, then skipped', () => {
  const identity = (subject: string) => ({
    key: `write/-/${subject}`,
    scenario: 'write',
    parameters: {},
    subject,
  });
  const table = only(
    analyse(
      rawDocument(
        [
          { ...identity('foreign'), status: 'skipped', reason: 'no Go here', remedy: null },
          {
            ...identity('gathered'),
            status: 'failed',
            stage: 'check',
            message: 'a byte was wrong',
            detail: null,
          },
          measured('plain', trials(times(12), times(12))),
          measured('pooled', trials(times(12, 0.5))),
        ],
        { scenarios: [scenario({ metrics: ['time', 'throughput'] })] },
      ),
    ).tables,
  );
  expect(table.id).toBe('write');
  expect(table.columns.map(({ id }) => id)).toEqual([
    'rank',
    'subject',
    'ratio',
    'time',
    'throughput',
  ]);
  const failed = 'failed (check): a byte was wrong';
  const skipped = 'skipped: no Go here';
  expect(plainRows(table)).toEqual([
    ['1', 'Pooled', '0.5 better', 52.75, 'not reported: Throughput'],
    ['2', 'Plain', '1 baseline', 105.5, 'not reported: Throughput'],
    [failed, 'Gathered', failed, failed, failed],
    [skipped, 'Foreign', skipped, skipped, skipped],
  ]);
  expect(table.rows[1]?.[3]).toEqual({
    kind: 'value',
    value: 105.5,
    low: 102,
    high: 109,
    n: 12,
    caveats: [],
  });
  expect(table.caption).toBe(
    'One operation is one message written. Ranked by Time per operation (ns/op; lower is better). ' +
      'Values are medians of 12 trials with 95 % intervals from order statistics. ' +
      'Ratios to Plain are medians over 12 blocks with bootstrap intervals. ' +
      'What could not be told apart shares a rank. ' +
      'Measured twice in each block, Plain differed from itself by up to 1× (A/A noise floor). ' +
      'The smallest difference that could have been told from a tie is 1×.',
  );
});

test('too few blocks: undecided, without interval, with its caveats, and the caption says so', () => {
  const table = only(
    analyse(
      rawDocument(
        [measured('plain', trials(times(3), times(3))), measured('pooled', trials(times(3, 0.5)))],
        { profile: 'quick' },
      ),
    ).tables,
  );
  expect(table.rows[0]?.[2]).toEqual({
    kind: 'ratio',
    value: 0.5,
    verdict: 'undecided',
    low: null,
    high: null,
    n: 3,
    caveats: ['few-trials'],
  });
  expect(table.caption).toContain('With 3 blocks no difference, however large');
  expect(table.caption).toContain('6 blocks would be needed');
  expect(table.caveats.map(({ code, detail }) => `${code}: ${detail}`)).toEqual([
    'few-trials: 2 of 2 measured cases; the first Plain: 3 trials, fewer than 10',
    'quick-profile: measured with the quick profile',
  ]);
});

test('without its baseline, and with a zero, a ratio is absent and says why', () => {
  const noBaseline = only(analyse(rawDocument([measured('pooled', trials(times(12)))])).tables);
  expect(plainRows(noBaseline)[0]?.[2]).toBe('no ratio: Plain was not measured');
  const zero = only(
    analyse(
      rawDocument([
        measured('plain', trials(times(12), times(12))),
        measured('pooled', trials(new Array(12).fill(0))),
      ]),
    ).tables,
  );
  expect(plainRows(zero)[0]).toEqual([
    '1=',
    'Pooled',
    'no ratio: a value is zero, negative or missing',
    0,
  ]);
});

test('a latency has columns for the 50th and 99th percentile', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  const taken = [0, 1].map((block) => trial(block, { latency: histogramOf(values) }));
  const few = [trial(0, { latency: histogramOf([7]) })];
  const table = only(
    analyse(
      rawDocument([measured('plain', taken), measured('pooled', few)], {
        scenarios: [scenario({ metrics: ['latency'] })],
      }),
    ).tables,
  );
  expect(table.columns.slice(3).map(({ id, title, unit }) => [id, title, unit])).toEqual([
    ['latency-p50', 'Latency, p50', 'µs'],
    ['latency-p99', 'Latency, p99', 'µs'],
  ]);
  const rows = plainRows(table);
  expect(rows.find(([, subject]) => subject === 'Plain')?.slice(3)).toEqual([50, 99]);
  expect(rows.find(([, subject]) => subject === 'Pooled')?.slice(3)).toEqual([
    7,
    'too few values for the 99th percentile',
  ]);
});

test('a latency has columns for the percentiles that its metric names, each with an interval', () => {
  const taken = Array.from({ length: 12 }, (_, block) =>
    trial(block, {
      time: 100,
      latency: histogramOf(Array.from({ length: 100 }, (_, index) => 101 + index + 5 * block)),
    }),
  );
  const table = only(
    analyse(
      rawDocument([measured('plain', taken)], {
        scenarios: [scenario({ metrics: ['latency', 'time'] })],
        metrics: [time, { ...latency, percentiles: [90, 99.9, 100] }],
      }),
    ).tables,
  );
  expect(table.columns.slice(3).map(({ id, title }) => [id, title])).toEqual([
    ['latency-p90', 'Latency, p90'],
    ['latency-p99-9', 'Latency, p99.9'],
    ['latency-max', 'Latency, max'],
    ['time', 'Time per operation'],
  ]);
  const [p90, p999, most] = table.rows[0]?.slice(3) ?? [];
  if (p90?.kind !== 'value') throw new Error('expected a value');
  expect(p90.low).toBeLessThan(p90.value);
  expect(p90.high).toBeGreaterThan(p90.value);
  // 1.2 of 1,200 values lie above p99.9, none above the largest.
  expect(p999).toMatchObject({ kind: 'value', low: null, high: null });
  expect(most).toMatchObject({ value: 255, low: null, high: null });
  expect(table.caption).toContain(
    'Values are medians of 12 trials with 95 % intervals from order statistics. ' +
      'Percentiles are of all values of these trials with 95 % intervals from resampling trials.',
  );
});

test('several parameters: an overview with a column each, and a table each', () => {
  const write = scenario({ axes: sizes(64, 1024) });
  const cases: RawCase[] = [
    measured('plain', trials(times(12), times(12)), { size: 64 }, write),
    measured('pooled', trials(times(12, 0.5)), { size: 64 }, write),
    measured('plain', trials(times(12, 4), times(12, 4)), { size: 1024 }, write),
  ];
  const tables = analyse(rawDocument(cases, { scenarios: [write] })).tables;
  expect(tables.map(({ id, title }) => [id, title])).toEqual([
    ['write-overview', 'Write: overview'],
    ['write-size-64', 'Write: message size 64 B'],
    ['write-size-1024', 'Write: message size 1 KB'],
  ]);
  const [overview] = tables as [Table];
  expect(overview.columns.map(({ id, title, unit }) => [id, title, unit])).toEqual([
    ['subject', 'Subject', null],
    ['size-64', 'Message size 64 B', 'ns/op'],
    ['size-1024', 'Message size 1 KB', 'ns/op'],
  ]);
  expect(plainRows(overview)).toEqual([
    ['Plain', 105.5, 422],
    ['Pooled', 52.75, 'not measured here'],
  ]);
  // Nothing is compared at 1 KB, so no one ratio holds for the whole table.
  expect(overview).toMatchObject({ noiseFloor: 1, detectableRatio: null });
});

test('more than eight sets of parameters have rows in the overview', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const write = scenario({ axes: sizes(...values) });
  const cases = values.flatMap((size) => [
    measured('plain', trials(times(12), times(12)), { size }, write),
    measured('pooled', trials(times(12, 2)), { size }, write),
  ]);
  const [overview] = analyse(rawDocument(cases, { scenarios: [write] })).tables as [Table];
  expect(overview.columns.map(({ title }) => title)).toEqual([
    'Message size',
    'Rank',
    'Subject',
    'Ratio to Plain',
    'Time per operation',
  ]);
  expect(overview.rows).toHaveLength(18);
  expect(plainRows(overview).slice(16)).toEqual([
    ['9 B', '1', 'Plain', '1 baseline', 105.5],
    ['9 B', '2', 'Pooled', '2 worse', 211],
  ]);
  expect(overview.detectableRatio).toBe(1);
});

test('metrics called like a column, and scenarios that would share a table id, are told apart', () => {
  const metric = { id: 'rank', title: 'Rank', unit: 'x', better: 'lower', kind: 'number' } as const;
  const scenarios = [
    scenario({ id: 'a', axes: sizes(1, 2), metrics: ['rank'] }),
    scenario({ id: 'a-overview', metrics: ['rank'] }),
  ];
  const [a, other] = scenarios as [(typeof scenarios)[0], (typeof scenarios)[0]];
  const { tables } = analyse(
    rawDocument(
      [
        measured('plain', trials([1], [], 'rank'), { size: 1 }, a),
        measured('plain', trials([1], [], 'rank'), { size: 2 }, a),
        measured('plain', trials([1], [], 'rank'), {}, other),
      ],
      { scenarios, metrics: [{ ...metric, description: '' }] },
    ),
  );
  expect(tables.map(({ id }) => id.replace(/[0-9a-f]{8}$/, 'hash'))).toEqual([
    'a-overview',
    'a-size-1',
    'a-size-2',
    'a-overview-hash',
  ]);
  for (const { columns } of tables) {
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  }
});
