import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import { caseKeyOf } from '../../results/case-key.ts';
import type { Trial } from '../../results/cases.ts';
import type { Parameters } from '../../results/identifiers.ts';
import { currentMethod } from '../../results/method.ts';
import type { HistogramSample } from '../../results/samples.ts';
import type { Metric, ResultDocument, Scenario } from '../../results/schema.ts';
import type { RawCase, RawDocument } from '../raw-document.ts';

/** Measurements made up for tests; none is ever published. */
export const time: Metric = {
  id: 'time',
  title: 'Time per operation',
  unit: 'ns/op',
  better: 'lower',
  kind: 'number',
  description: 'Wall time.',
};
export const throughput: Metric = {
  ...time,
  id: 'throughput',
  title: 'Throughput',
  unit: 'MB/s',
  better: 'higher',
};
export const latency: Metric = {
  ...time,
  id: 'latency',
  title: 'Latency',
  unit: 'µs',
  kind: 'histogram',
};

export function scenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    id: 'write',
    title: 'Write',
    question: 'Which is fastest?',
    description: 'Writes.',
    operation: 'one message written',
    axes: [],
    metrics: ['time'],
    baseline: 'plain',
    ...changes,
  };
}

export function trial(
  block: number,
  samples: Trial['samples'],
  changes: Partial<Trial> = {},
): Trial {
  return {
    block,
    position: 0,
    role: 'subject',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    samples,
    resources: {
      cpuSeconds: 1,
      peakResidentBytes: 1_000,
      foreignCpuShare: 0,
      stealShare: 0,
    },
    retakes: 0,
    caveats: [],
    ...changes,
  };
}

/** Trials with one figure a block, and with those of the A/A control where given. */
export function trials(
  figures: readonly number[],
  controls: readonly number[] = [],
  metric = 'time',
): Trial[] {
  return [
    ...figures.map((figure, block) => trial(block, { [metric]: figure })),
    ...controls.map((figure, block) =>
      trial(block, { [metric]: figure }, { role: 'control', position: 1 }),
    ),
  ];
}

export function measured(
  subject: string,
  taken: Trial[],
  parameters: Parameters = {},
  of: Scenario = scenario(),
): Extract<RawCase, { status: 'measured' }> {
  const identity = { scenario: of.id, parameters, subject };
  return { ...identity, key: caseKeyOf(identity, of.axes), status: 'measured', trials: taken };
}

export function histogramOf(values: readonly number[]): HistogramSample {
  const histogram = build({ bitBucketSize: 64, numberOfSignificantValueDigits: 3 });
  for (const value of values) histogram.recordValue(value);
  return { histogram: encodeIntoCompressedBase64(histogram), count: values.length };
}

const subjects = ['plain', 'pooled', 'gathered', 'foreign'] as const;

export function rawDocument(
  cases: readonly RawCase[],
  {
    scenarios = [scenario()],
    metrics = [time, throughput, latency],
    profile = 'standard' as ResultDocument['run']['profile'],
  } = {},
): RawDocument & Pick<ResultDocument, 'schemaVersion'> {
  return {
    schemaVersion: 1,
    run: {
      id: '20260101t000000z-0000',
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:01:00.000Z',
      profile,
      seed: 7,
      blocks: 12,
      method: currentMethod,
      foreignCpuGate: 0.1,
      lab: { version: '0.0.0', commit: null, modified: false },
    },
    environment: {
      cpuModel: 'Test',
      cores: 2,
      architecture: 'x64',
      memoryBytes: 1_000_000,
      operatingSystem: 'Test',
      kernel: 'Test',
      virtualisation: null,
      cgroup: { version: null, cpuLimit: null, memoryLimitBytes: null },
      cpuGovernor: null,
      timer: { resolutionNs: 1, costNs: 1 },
      runtimes: [],
      services: [],
    },
    suite: {
      id: 'messages',
      title: 'Messages',
      question: 'Which?',
      hypothesis: 'None.',
      metrics,
      scenarios,
      subjects: subjects.map((id) => ({
        id,
        title: id.charAt(0).toUpperCase() + id.slice(1),
        version: '1',
        language: 'TypeScript',
        description: 'A subject.',
        licence: null,
        configurationHash: '0'.repeat(64),
      })),
    },
    cases,
  };
}
