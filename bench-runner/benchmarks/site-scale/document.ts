import type { MeasuredCase, MetricSummary, Trial } from '../../results/cases.ts';
import type {
  Comparison,
  Group,
  Metric,
  ResultDocument,
  Scenario,
  Subject,
} from '../../results/schema.ts';
import { seal } from '../../results/seal.ts';
import type { Table } from '../../results/tables.ts';
import { generator, type Random } from './random.ts';

/** How large a document is. The site has to cope with its size; nobody measured its figures. */
export interface DocumentSize {
  scenarios: number;
  /** Tables on each scenario's page and on the suite's own, one a metric. */
  tables: number;
  /** Rows of each table: the subjects. */
  rows: number;
  trials: number;
}

export interface DocumentRequest extends DocumentSize {
  suite: string;
  /** Tells versions apart: days since the first one, and seed of the figures. */
  day: number;
}

const start = Date.UTC(2025, 0, 1, 8);
const dayMs = 86_400_000;

/** A valid document with random figures, for builds that are timed and thrown away. */
export function scaleDocument(request: DocumentRequest): ResultDocument {
  const random = generator(request.day * 7919 + request.suite.length);
  const startedAt = start + request.day * dayMs;
  const metrics = listOf(request.tables, metric);
  const subjects = listOf(request.rows, subject);
  const scenarios = listOf(request.scenarios, (index) => scenario(index, metrics));
  const cases = scenarios.flatMap(({ id }) =>
    subjects.map((of) => measuredCase(id, of.id, metrics, request.trials, startedAt, random)),
  );
  return seal({
    schemaVersion: 1,
    run: {
      id: `${stamp(startedAt)}-${request.day.toString(16).padStart(4, '0')}`,
      startedAt: new Date(startedAt).toISOString(),
      finishedAt: new Date(startedAt + 3_600_000).toISOString(),
      profile: 'standard',
      seed: request.day,
      blocks: request.trials,
      foreignCpuGate: 0.1,
      lab: { version: '0.0.0-scale', commit: null, modified: true },
    },
    environment: {
      cpuModel: 'Generated figures, not measured',
      cores: 2,
      architecture: 'x64',
      memoryBytes: 8_589_934_592,
      operatingSystem: 'none',
      kernel: 'none',
      virtualisation: null,
      cgroup: { version: 2, cpuLimit: null, memoryLimitBytes: null },
      cpuGovernor: null,
      timer: { resolutionNs: 30, costNs: 20 },
      runtimes: [{ id: 'node', name: 'Node.js', version: '20.20.2' }],
      services: [],
    },
    suite: {
      id: request.suite,
      title: `Suite ${request.suite}`,
      question: 'How long does a build take with this many pages?',
      hypothesis: 'At most a minute with two hundred versions.',
      metrics,
      scenarios,
      subjects,
    },
    cases,
    groups: scenarios.map(({ id }) => group(id, cases, metrics[0]?.id ?? '')),
    tables: [null, ...scenarios].flatMap((of) =>
      metrics.map((by) => table(of?.id ?? null, by, subjects, cases, random)),
    ),
    answers: [],
    caveats: [{ code: 'quick-profile', detail: 'Generated to time the build of the site.' }],
  });
}

function listOf<Item>(length: number, make: (index: number) => Item): Item[] {
  return Array.from({ length }, (_, index) => make(index));
}

function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '').toLowerCase()}z`;
}

function metric(index: number): Metric {
  return {
    id: `metric-${index}`,
    title: `Metric ${index}`,
    unit: 'ns/op',
    better: 'lower',
    kind: 'number',
    description: 'A random figure.',
  };
}

function subject(index: number): Subject {
  return {
    id: `subject-${index}`,
    title: `Subject ${index}`,
    version: `1.${index}.0`,
    language: 'TypeScript',
    description: 'An implementation that does not exist.',
    licence: 'MIT',
    configurationHash: index.toString(16).padStart(64, '0'),
  };
}

function scenario(index: number, metrics: readonly Metric[]): Scenario {
  return {
    id: `scenario-${index}`,
    title: `Scenario ${index}`,
    question: 'Which subject is faster?',
    description: 'A workload that was not run. It is here for the size of its page.',
    operation: 'one operation',
    axes: [],
    metrics: metrics.map(({ id }) => id),
    baseline: 'subject-0',
  };
}

function measuredCase(
  scenario: string,
  subject: string,
  metrics: readonly Metric[],
  trials: number,
  startedAt: number,
  random: Random,
): MeasuredCase {
  const level = 100 + random() * 1_000;
  const samples = listOf(trials, () =>
    Object.fromEntries(metrics.map(({ id }) => [id, level * (0.98 + random() * 0.04)])),
  );
  return {
    key: `${scenario}/-/${subject}`,
    scenario,
    parameters: {},
    subject,
    status: 'measured',
    trials: samples.map(
      (sample, block): Trial => ({
        block,
        position: 0,
        role: 'subject',
        startedAt: new Date(startedAt + block * 1_000).toISOString(),
        durationMs: 500 + random() * 10,
        samples: sample,
        resources: {
          cpuSeconds: 0.5,
          peakResidentBytes: 50_000_000 + Math.floor(random() * 1_000_000),
          foreignCpuShare: random() * 0.05,
          stealShare: null,
        },
        retakes: 0,
        caveats: [],
      }),
    ),
    summaries: Object.fromEntries(
      metrics.map(({ id }) => [id, summary(samples.map((sample) => sample[id] ?? 0))]),
    ),
    caveats: [],
  };
}

function summary(values: readonly number[]): MetricSummary {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return {
    n: sorted.length,
    median: middle,
    low: sorted[0] ?? middle,
    high: sorted.at(-1) ?? middle,
  };
}

function group(scenario: string, cases: readonly MeasuredCase[], metric: string): Group {
  const members = cases.filter((of) => of.scenario === scenario);
  const base = members[0]?.summaries[metric]?.median ?? 1;
  const comparisons = members.slice(1).map((of): Comparison => {
    const ratio = (of.summaries[metric]?.median ?? 1) / base;
    return {
      subject: of.subject,
      reference: 'subject-0',
      ratio,
      low: ratio * 0.98,
      high: ratio * 1.02,
      pairs: of.trials.length,
      adjustedP: 0.01,
      verdict: verdictOf(ratio),
    };
  });
  return {
    scenario,
    parameters: {},
    noiseFloor: 1.02,
    falseAlarm: false,
    detectableRatio: 1.03,
    comparisons,
    ranks: members.map((of, index) => ({ subject: of.subject, rank: index + 1, tied: false })),
  };
}

function verdictOf(ratio: number): 'tie' | 'better' | 'worse' {
  if (ratio < 0.98) return 'better';
  return ratio > 1.02 ? 'worse' : 'tie';
}

function table(
  scenario: string | null,
  metric: Metric,
  subjects: readonly Subject[],
  cases: readonly MeasuredCase[],
  random: Random,
): Table {
  const of = (subject: Subject) =>
    cases.find((one) => one.subject === subject.id && one.scenario === (scenario ?? 'scenario-0'))
      ?.summaries[metric.id];
  const first = subjects[0] && of(subjects[0]);
  return {
    id: `${scenario ?? 'suite'}-${metric.id}`,
    title: `${metric.title} of ${scenario ?? 'the suite'}`,
    caption: 'Random figures that nobody measured, shown to time the build of the site.',
    scenario,
    columns: [
      { id: 'rank', title: 'Rank', unit: null, metric: null },
      { id: 'subject', title: 'Subject', unit: null, metric: null },
      { id: 'value', title: metric.title, unit: metric.unit, metric: metric.id },
      { id: 'ratio', title: 'Against the baseline', unit: null, metric: metric.id },
      { id: 'memory', title: 'Memory', unit: 'MB', metric: null },
    ],
    rows: subjects.map((subject, index) => {
      const measured = of(subject);
      const ratio = (measured?.median ?? 1) / (first?.median ?? 1);
      const n = measured?.n ?? 1;
      return [
        { kind: 'rank', rank: index + 1, tied: index % 5 === 1 },
        { kind: 'text', text: subject.title },
        {
          kind: 'value',
          value: measured?.median ?? 0,
          low: measured?.low ?? null,
          high: measured?.high ?? null,
          n,
          caveats: index % 4 === 0 ? ['few-trials'] : [],
        },
        {
          kind: 'ratio',
          value: ratio,
          verdict: index === 0 ? 'baseline' : verdictOf(ratio),
          low: ratio * 0.98,
          high: ratio * 1.02,
          n,
          caveats: [],
        },
        { kind: 'value', value: 40 + random(), low: 39, high: 41.5, n, caveats: [] },
      ];
    }),
    noiseFloor: 1.02,
    detectableRatio: 1.03,
    caveats: [{ code: 'few-trials', detail: `${cases[0]?.trials.length ?? 0} trials a case.` }],
  };
}
