import type { Table } from '../tables.ts';

/** Tables of the example document: one a scenario and one of the suite's own page. */
export function exampleTables(): Table[] {
  return [writeTable('write-1024', 1024), writeTable('write-65536', 65_536), roundTrip(), answer()];
}

function writeTable(id: string, size: 1024 | 65_536): Table {
  const [plain, pooled, ratio] = size === 1024 ? [104, 79, 0.76] : [1998, 1003, 0.5];
  return {
    id,
    title: `Writing messages of ${size / 1024} KB`,
    caption: 'Time of one message written, the median of all trials; lower is better.',
    scenario: 'write',
    columns: [
      { id: 'rank', title: 'Rank', unit: null, metric: null },
      { id: 'subject', title: 'Subject', unit: null, metric: null },
      { id: 'time', title: 'Time', unit: 'ns/op', metric: 'time' },
      { id: 'ratio', title: 'Against Plain', unit: null, metric: 'time' },
    ],
    rows: [
      [
        { kind: 'rank', rank: 1, tied: false },
        { kind: 'text', text: 'Pooled' },
        { kind: 'value', value: pooled, low: pooled - 1, high: pooled + 1, n: 3, caveats: [] },
        {
          kind: 'ratio',
          value: ratio,
          verdict: 'better',
          low: ratio * 0.98,
          high: ratio * 1.02,
          n: 3,
          caveats: [],
        },
      ],
      [
        { kind: 'rank', rank: 2, tied: false },
        { kind: 'text', text: 'Plain' },
        {
          kind: 'value',
          value: plain,
          low: plain - 2,
          high: plain + 3,
          n: 3,
          caveats: ['few-trials'],
        },
        { kind: 'ratio', value: 1, verdict: 'baseline', low: null, high: null, n: 3, caveats: [] },
      ],
      [
        { kind: 'absent', reason: 'skipped: go is not on the PATH' },
        { kind: 'text', text: 'Foreign' },
        { kind: 'absent', reason: 'skipped: go is not on the PATH' },
        { kind: 'absent', reason: 'skipped: go is not on the PATH' },
      ],
    ],
    noiseFloor: 1.02,
    detectableRatio: 1.05,
    caveats: [{ code: 'few-trials', detail: '3 trials a case.' }],
  };
}

function roundTrip(): Table {
  return {
    id: 'round-trip',
    title: 'Round trip',
    caption: 'Latency of one message there and back; lower is better.',
    scenario: 'round-trip',
    columns: [
      { id: 'rank', title: 'Rank', unit: null, metric: null },
      { id: 'subject', title: 'Subject', unit: null, metric: null },
      { id: 'latency', title: 'Median latency', unit: 'µs', metric: 'latency' },
    ],
    rows: [
      [
        { kind: 'rank', rank: 1, tied: true },
        { kind: 'text', text: 'Pooled' },
        { kind: 'value', value: 100, low: 100, high: 100, n: 3, caveats: [] },
      ],
      [
        { kind: 'rank', rank: 1, tied: true },
        { kind: 'text', text: 'Plain' },
        { kind: 'value', value: 150, low: 150, high: 150, n: 3, caveats: [] },
      ],
    ],
    noiseFloor: null,
    detectableRatio: null,
    caveats: [],
  };
}

function answer(): Table {
  return {
    id: 'answer',
    title: 'Pooled against plain',
    caption: 'Time of pooled as a multiple of that of plain; below 1 is faster.',
    scenario: null,
    columns: [
      { id: 'size', title: 'Message size', unit: null, metric: null },
      { id: 'ratio', title: 'Pooled against Plain', unit: null, metric: 'time' },
      { id: 'elsewhere', title: 'Published elsewhere', unit: null, metric: null },
    ],
    rows: [
      [
        { kind: 'text', text: '64 KB' },
        { kind: 'ratio', value: 0.5, verdict: 'better', low: 0.49, high: 0.51, n: 3, caveats: [] },
        { kind: 'reference', value: 0.917, source: 'Example paper, 2020' },
      ],
    ],
    noiseFloor: 1.02,
    detectableRatio: 1.05,
    caveats: [],
  };
}
