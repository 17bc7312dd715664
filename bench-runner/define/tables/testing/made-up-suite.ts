import { caseKeyOf } from '../../../results/case-key.ts';
import type { Case, MetricSummary, Trial } from '../../../results/cases.ts';
import type { Parameters } from '../../../results/identifiers.ts';
import type { Axis, Comparison, Group, Scenario } from '../../../results/schema.ts';
import type { MetricDefinition } from '../../metric.ts';
import type { MeasuredSuite } from '../../suite.ts';

/** A ratio of subject over reference with its bounds, and what was found. */
type MadeUpRatio = [
  subject: string,
  reference: string,
  ratio: number,
  low: number,
  high: number,
  verdict: Comparison['verdict'],
];

type MadeUpFigures = Record<string, number[] | MetricSummary>;

export interface MadeUpGroup {
  scenario: string;
  parameters: Parameters;
  /**
   * Figures by subject and metric, of each block, or why a subject has none; best first. A summary
   * in place of figures stands for a latency distribution.
   */
  subjects: Record<string, MadeUpFigures | { skipped: string } | { failed: string }>;
  ratios?: MadeUpRatio[];
  noiseFloor?: number | null;
  contrast?: Scenario['contrast'];
}

/** What of the document is the suite's own. */
export interface MadeUpSetting {
  id: string;
  metrics: readonly MetricDefinition[];
  /** Metrics that every scenario reports. */
  reported: readonly string[];
  baseline: string;
  cores?: number;
}

const startedAt = '2026-11-20T09:35:00.000Z';

/** A document for tests of tables, made of the few figures that a test is about. */
export function madeUpDocument(
  groups: readonly MadeUpGroup[],
  setting: MadeUpSetting,
): MeasuredSuite {
  const subjects = [...new Set(groups.flatMap((group) => Object.keys(group.subjects)))];
  const scenarios = scenariosOf(groups, setting);
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
      cores: setting.cores ?? 2,
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
      id: setting.id,
      title: 'Made up',
      question: 'Which?',
      hypothesis: 'This one.',
      metrics: setting.metrics.map((metric) => ({ ...metric, kind: metric.kind ?? 'number' })),
      scenarios,
      subjects: (subjects.length === 0 ? [setting.baseline] : subjects).map((id) => ({
        id,
        title: id.charAt(0).toUpperCase() + id.slice(1),
        version: '1',
        language: 'none',
        description: '',
        licence: null,
        configurationHash: '0'.repeat(64),
      })),
    },
    cases: groups.flatMap((group) => casesOf(group, axesOf(group.scenario, groups))),
    groups: groups.map(groupOf),
    caveats: [],
  };
}

function axesOf(scenario: string, groups: readonly MadeUpGroup[]): Axis[] {
  const own = groups.filter((group) => group.scenario === scenario);
  return Object.keys(own[0]?.parameters ?? {}).map((id) => ({
    id,
    title: id,
    unit: null,
    values: [...new Set(own.flatMap(({ parameters }) => parameters[id] ?? []))],
  }));
}

function scenariosOf(
  groups: readonly MadeUpGroup[],
  { reported, baseline }: MadeUpSetting,
): Scenario[] {
  return [...new Set(groups.map(({ scenario }) => scenario))].map((id) => {
    const own = groups.filter(({ scenario }) => scenario === id);
    const contrast = own.find((one) => one.contrast !== undefined)?.contrast;
    return {
      id,
      title: id,
      category: 'basic',
      question: `What of ${id}?`,
      description: '',
      operation: 'one',
      axes: axesOf(id, groups),
      metrics: [...reported],
      baseline,
      ...(contrast ? { contrast } : {}),
    };
  });
}

function casesOf(group: MadeUpGroup, axes: readonly Axis[]): Case[] {
  return Object.entries(group.subjects).map(([subject, figures]): Case => {
    const named = { scenario: group.scenario, parameters: group.parameters, subject };
    const identity = { key: caseKeyOf(named, axes), ...named };
    if ('skipped' in figures) {
      return { ...identity, status: 'skipped', reason: String(figures.skipped), remedy: null };
    }
    if ('failed' in figures) {
      const message = String(figures.failed);
      return { ...identity, status: 'failed', stage: 'check', message, detail: null };
    }
    const summaries = Object.entries(figures).map(([metric, values]): [string, MetricSummary] => [
      metric,
      Array.isArray(values) ? summaryOf(values) : values,
    ]);
    return {
      ...identity,
      status: 'measured',
      trials: trialsOf(figures),
      summaries: Object.fromEntries(summaries),
      caveats: [],
    };
  });
}

function summaryOf(values: readonly number[]): MetricSummary {
  return {
    n: values.length,
    median: values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0,
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

function trialsOf(figures: MadeUpFigures): Trial[] {
  const lengths = Object.values(figures).map((of) => (Array.isArray(of) ? of.length : of.n));
  const blocks = Math.max(...lengths);
  return Array.from({ length: blocks }, (_, block) => ({
    block,
    position: 0,
    role: 'subject' as const,
    startedAt,
    durationMs: 1,
    samples: Object.fromEntries(
      Object.entries(figures).flatMap(([metric, values]) => {
        const value = Array.isArray(values) ? values[block] : undefined;
        return value === undefined ? [] : [[metric, value]];
      }),
    ),
    resources: { cpuSeconds: 0, peakResidentBytes: 0, foreignCpuShare: 0, stealShare: null },
    retakes: 0,
    caveats: [],
  }));
}

function groupOf(group: MadeUpGroup): Group {
  const noiseFloor = group.noiseFloor === undefined ? 1.02 : group.noiseFloor;
  const measured = Object.entries(group.subjects).filter(
    ([, figures]) => !('skipped' in figures || 'failed' in figures),
  );
  return {
    scenario: group.scenario,
    parameters: group.parameters,
    noiseFloor,
    falseAlarm: false,
    detectableRatio: noiseFloor === null ? null : 1.05,
    comparisons: (group.ratios ?? []).map(([subject, reference, ratio, low, high, verdict]) => ({
      subject,
      reference,
      ratio,
      low,
      high,
      pairs: 12,
      adjustedP: verdict === 'tie' ? 0.5 : 0.001,
      verdict,
    })),
    ranks: measured.map(([subject], index) => ({ subject, rank: index + 1, tied: false })),
  };
}
