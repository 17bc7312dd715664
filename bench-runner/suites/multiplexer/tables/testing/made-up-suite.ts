import type { MeasuredSuite } from '../../../../define/suite.ts';
import { caseKeyOf } from '../../../../results/case-key.ts';
import type { Case, MetricSummary, Trial } from '../../../../results/cases.ts';
import type { Caveat } from '../../../../results/caveat.ts';
import type { ParameterValue } from '../../../../results/identifiers.ts';
import type { Comparison, Group, Scenario } from '../../../../results/schema.ts';
import { metrics } from '../../metrics.ts';

/** A ratio of subject over reference with its bounds, and what was found. */
export type MadeUpRatio = [
  subject: string,
  reference: string,
  ratio: number,
  low: number,
  high: number,
  verdict: Comparison['verdict'],
];

export interface MadeUpGroup {
  scenario: string;
  axis: string;
  value: ParameterValue;
  /** Medians by subject and metric, or why a subject has none. The order is that of the ranks. */
  subjects: Record<string, Record<string, number> | { skipped: string } | { failed: string }>;
  ratios?: MadeUpRatio[];
  pairs?: number;
  noiseFloor?: number | null;
  caveats?: Caveat[];
}

const startedAt = '2026-11-20T09:35:00.000Z';

const trial: Trial = {
  block: 0,
  position: 0,
  role: 'subject',
  startedAt,
  durationMs: 1,
  samples: {},
  resources: { cpuSeconds: 0, peakResidentBytes: 0, foreignCpuShare: 0, stealShare: null },
  retakes: 0,
  caveats: [],
};

/** A document for tests of tables, made of the few figures that a test is about. */
export function madeUpSuite(groups: readonly MadeUpGroup[], caveats: Caveat[] = []): MeasuredSuite {
  const subjects = [...new Set(groups.flatMap((group) => Object.keys(group.subjects)))];
  const scenarios = scenariosOf(groups);
  return {
    schemaVersion: 1,
    run: {
      id: '20261120t093500z-1f2e',
      startedAt,
      finishedAt: startedAt,
      profile: 'standard',
      seed: 1,
      blocks: 12,
      foreignCpuGate: 0.1,
      lab: { version: '0.1.0', commit: null, modified: false },
    },
    environment: {
      cpuModel: 'made up',
      cores: 2,
      architecture: 'x64',
      memoryBytes: 1,
      operatingSystem: 'none',
      kernel: 'none',
      virtualisation: null,
      cgroup: { version: null, cpuLimit: null, memoryLimitBytes: null },
      cpuGovernor: null,
      timer: { resolutionNs: 1, costNs: 1 },
      runtimes: [],
      services: [],
    },
    suite: {
      id: 'multiplexer',
      title: 'Made up',
      question: 'Which?',
      hypothesis: 'This one.',
      metrics: metrics.map((metric) => ({ ...metric, kind: metric.kind ?? 'number' })),
      scenarios,
      subjects: (subjects.length === 0 ? ['original'] : subjects).map((id) => ({
        id,
        title: titleOf(id),
        version: '1',
        language: 'none',
        description: '',
        licence: null,
        configurationHash: '0'.repeat(64),
      })),
    },
    cases: groups.flatMap((group) => casesOf(group, scenarios)),
    groups: groups.map(groupOf),
    caveats,
  };
}

function titleOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

function scenariosOf(groups: readonly MadeUpGroup[]): Scenario[] {
  return [...new Set(groups.map(({ scenario }) => scenario))].map((id) => {
    const own = groups.filter(({ scenario }) => scenario === id);
    return {
      id,
      title: id,
      question: '',
      description: '',
      operation: 'one',
      axes: [
        { id: own[0]!.axis, title: 'Axis', unit: null, values: own.map(({ value }) => value) },
      ],
      metrics: ['time-per-operation'],
      baseline: 'original',
    };
  });
}

function casesOf(group: MadeUpGroup, scenarios: readonly Scenario[]): Case[] {
  const axes = scenarios.find(({ id }) => id === group.scenario)!.axes;
  return Object.entries(group.subjects).map(([subject, figures]): Case => {
    const named = { scenario: group.scenario, parameters: { [group.axis]: group.value }, subject };
    const identity = { key: caseKeyOf(named, axes), ...named };
    if ('skipped' in figures) {
      return { ...identity, status: 'skipped', reason: String(figures.skipped), remedy: null };
    }
    if ('failed' in figures) {
      const message = String(figures.failed);
      return { ...identity, status: 'failed', stage: 'check', message, detail: null };
    }
    const summaries = Object.entries(figures).map(([metric, median]): [string, MetricSummary] => [
      metric,
      { n: group.pairs ?? 12, median, low: median * 0.95, high: median * 1.05 },
    ]);
    return {
      ...identity,
      status: 'measured',
      trials: [trial],
      summaries: Object.fromEntries(summaries),
      caveats: group.caveats ?? [],
    };
  });
}

function groupOf(group: MadeUpGroup): Group {
  const noiseFloor = group.noiseFloor === undefined ? 1.02 : group.noiseFloor;
  const measured = Object.entries(group.subjects).filter(
    ([, figures]) => !('skipped' in figures || 'failed' in figures),
  );
  return {
    scenario: group.scenario,
    parameters: { [group.axis]: group.value },
    noiseFloor,
    falseAlarm: false,
    detectableRatio: noiseFloor === null ? null : 1.05,
    comparisons: (group.ratios ?? []).map(([subject, reference, ratio, low, high, verdict]) => ({
      subject,
      reference,
      ratio,
      low,
      high,
      pairs: group.pairs ?? 12,
      adjustedP: verdict === 'tie' ? 0.5 : 0.001,
      verdict,
    })),
    ranks: measured.map(([subject], index) => ({ subject, rank: index + 1, tied: false })),
  };
}
