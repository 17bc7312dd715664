import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import type { MeasuredCase, Trial } from '../cases.ts';
import { currentMethod } from '../method.ts';
import type { ResultDocument } from '../schema.ts';
import { seal } from '../seal.ts';
import { exampleTables } from './example-tables.ts';

type Content = Omit<ResultDocument, 'fingerprint'>;

const startedAt = '2026-11-20T09:35:00.000Z';
const blocks = 3;

const subjects = ['plain', 'pooled', 'foreign'] as const;
const sizes = [1024, 65_536] as const;

/** ns/op of `plain` and `pooled`, a figure a block. */
const writes: Record<'plain' | 'pooled', Record<(typeof sizes)[number], number[]>> = {
  plain: { 1024: [104, 106, 103], 65536: [2005, 1990, 1998] },
  pooled: { 1024: [78, 80, 79], 65536: [1010, 1003, 998] },
};

function trial(
  block: number,
  position: number,
  role: Trial['role'],
  samples: Trial['samples'],
): Trial {
  return {
    block,
    position,
    role,
    startedAt: new Date(Date.parse(startedAt) + (block * 4 + position) * 1000).toISOString(),
    durationMs: 500,
    samples,
    resources: {
      cpuSeconds: 0.5,
      peakResidentBytes: 52_428_800,
      foreignCpuShare: 0.01,
      stealShare: null,
    },
    retakes: 0,
    caveats: [],
  };
}

function measured(
  scenario: string,
  parameters: MeasuredCase['parameters'],
  subject: string,
  trials: Trial[],
  summaries: MeasuredCase['summaries'],
): MeasuredCase {
  const values = Object.entries(parameters).map(([axis, value]) => `${axis}=${value}`);
  return {
    key: `${scenario}/${values.join(',') || '-'}/${subject}`,
    scenario,
    parameters,
    subject,
    status: 'measured',
    trials,
    summaries,
    caveats: [],
  };
}

function writeCase(size: (typeof sizes)[number], subject: 'plain' | 'pooled'): MeasuredCase {
  const figures = writes[subject][size];
  const trials = figures.flatMap((time, block) => {
    const own = trial(block, subject === 'plain' ? 0 : 1, 'subject', { time });
    const control = trial(block, 2, 'control', { time: time + 1 });
    return subject === 'plain' ? [own, control] : [own];
  });
  const median = figures.toSorted((a, b) => a - b)[1] ?? 0;
  return measured('write', { size }, subject, trials, {
    time: { n: figures.length, median, low: Math.min(...figures), high: Math.max(...figures) },
  });
}

/** A round trip whose latencies in µs are 1 to 100 times `step`, in every block. */
function roundTripCase(subject: 'plain' | 'pooled', step: number): MeasuredCase {
  const histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: 60_000_000,
    numberOfSignificantValueDigits: 3,
    bitBucketSize: 64,
  });
  for (let value = 1; value <= 100; value += 1) histogram.recordValue(value * step);
  const sample = { histogram: encodeIntoCompressedBase64(histogram), count: 100 };
  const trials = Array.from({ length: blocks }, (_, block) =>
    trial(block, subject === 'plain' ? 0 : 1, 'subject', { latency: sample }),
  );
  return measured('round-trip', {}, subject, trials, {
    latency: {
      n: blocks,
      median: 50 * step,
      low: 50 * step,
      high: 50 * step,
      percentiles: [50, 90, 99].map((percentile) => ({ percentile, value: percentile * step })),
    },
  });
}

function group(size: (typeof sizes)[number], ratio: number): Content['groups'][number] {
  return {
    scenario: 'write',
    parameters: { size },
    noiseFloor: 1.02,
    falseAlarm: false,
    detectableRatio: 1.05,
    comparisons: [
      {
        subject: 'pooled',
        reference: 'plain',
        ratio,
        low: ratio * 0.98,
        high: ratio * 1.02,
        pairs: blocks,
        adjustedP: 0.01,
        verdict: 'better',
      },
    ],
    ranks: [
      { subject: 'pooled', rank: 1, tied: false },
      { subject: 'plain', rank: 2, tied: false },
    ],
  };
}

function exampleContent(): Content {
  return {
    schemaVersion: 1,
    run: {
      id: '20261120t093500z-1f2e',
      startedAt,
      finishedAt: '2026-11-20T09:36:00.000Z',
      profile: 'quick',
      seed: 1,
      blocks,
      method: currentMethod,
      foreignCpuGate: 0.1,
      lab: { version: '0.1.0', commit: 'a'.repeat(40), modified: false },
    },
    environment: {
      cpuModel: 'Example CPU 2.4 GHz',
      cores: 2,
      architecture: 'x64',
      memoryBytes: 8_589_934_592,
      operatingSystem: 'Example Linux 12',
      kernel: '6.1.0',
      virtualisation: 'kvm',
      cgroup: { version: 2, cpuLimit: null, memoryLimitBytes: null },
      cpuGovernor: null,
      timer: { resolutionNs: 20, costNs: 25 },
      runtimes: [{ id: 'node', name: 'Node.js', version: '20.19.0' }],
      services: [],
    },
    suite: {
      id: 'example',
      title: 'Example',
      question: 'Does pooling buffers pay?',
      hypothesis: 'Pooling pays from 8 KB up.',
      metrics: [
        {
          id: 'time',
          title: 'Time',
          unit: 'ns/op',
          better: 'lower',
          kind: 'number',
          description: 'Time of one operation.',
        },
        {
          id: 'latency',
          title: 'Latency',
          unit: 'µs',
          better: 'lower',
          kind: 'histogram',
          description: 'From sending a message to its echo.',
        },
      ],
      scenarios: [
        {
          id: 'write',
          title: 'Write',
          question: 'What does writing a message cost?',
          description: 'Messages are written into memory.',
          operation: 'one message written',
          axes: [{ id: 'size', title: 'Message size', unit: 'B', values: [...sizes] }],
          metrics: ['time'],
          baseline: 'plain',
        },
        {
          id: 'round-trip',
          title: 'Round trip',
          question: 'How long does an echo take?',
          description: 'Messages are sent to an echo server and read back.',
          operation: 'one message there and back',
          axes: [],
          metrics: ['latency'],
          baseline: 'plain',
        },
      ],
      subjects: subjects.map((id, index) => ({
        id,
        title: id.charAt(0).toUpperCase() + id.slice(1),
        version: '1.0.0',
        language: id === 'foreign' ? 'Go' : 'TypeScript',
        description: `The ${id} implementation.`,
        licence: 'MIT',
        configurationHash: String(index).repeat(64),
      })),
    },
    cases: [
      ...sizes.flatMap((size): Content['cases'] => [
        writeCase(size, 'plain'),
        writeCase(size, 'pooled'),
        {
          key: `write/size=${size}/foreign`,
          scenario: 'write',
          parameters: { size },
          subject: 'foreign',
          status: 'skipped',
          reason: 'go is not on the PATH',
          remedy: 'Install Go 1.22 or newer.',
        },
      ]),
      roundTripCase('plain', 3),
      roundTripCase('pooled', 2),
      {
        key: 'round-trip/-/foreign',
        scenario: 'round-trip',
        parameters: {},
        subject: 'foreign',
        status: 'failed',
        stage: 'check',
        message: 'The echo differs from what was sent.',
        detail: null,
      },
    ],
    groups: [group(1024, 0.76), group(65_536, 0.5)],
    tables: exampleTables(),
    answers: [
      {
        id: 'pooling',
        question: 'Does pooling buffers pay?',
        text: 'Yes: at 64 KB pooled takes 0.50 of the time of plain.',
        table: 'answer',
      },
    ],
    caveats: [{ code: 'quick-profile', detail: 'Measured with the quick profile.' }],
  };
}

/**
 * A small valid document for tests: two scenarios, three subjects, cases of every status, numbers
 * and histograms. Its figures are made up, and it must never be published.
 * @param overrides Top-level parts that replace those of the example, or a function of the example.
 */
export function exampleDocument(
  overrides: Partial<Content> | ((content: Content) => Content) = {},
): ResultDocument {
  const content = exampleContent();
  return seal(typeof overrides === 'function' ? overrides(content) : { ...content, ...overrides });
}
