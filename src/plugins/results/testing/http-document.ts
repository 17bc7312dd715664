import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import { analyse } from '../../../../bench-runner/analysis/analyse.ts';
import type { RawCase, RawDocument } from '../../../../bench-runner/analysis/raw-document.ts';
import { caseKeyOf } from '../../../../bench-runner/results/case-key.ts';
import type { Series, Trial } from '../../../../bench-runner/results/cases.ts';
import type { Parameters } from '../../../../bench-runner/results/identifiers.ts';
import { currentMethod } from '../../../../bench-runner/results/method.ts';
import type { ResultDocument, Scenario } from '../../../../bench-runner/results/schema.ts';
import { seal } from '../../../../bench-runner/results/seal.ts';
import { exampleDocument } from '../../../../bench-runner/results/testing/example-document.ts';
import { followed, httpMetrics, httpScenarios, light, withoutService } from './http-scenarios.ts';

/** Requests per second and microseconds of CPU that each subject is made to have. */
const subjects = {
  express: { title: 'Express', rate: 9_800, memory: 84 },
  'express-strict': { title: 'Express, clean architecture', rate: 8_700, memory: 91 },
  fastify: { title: 'Fastify', rate: 21_300, memory: 78 },
  nestjs: { title: 'NestJS on Fastify', rate: 17_600, memory: 112 },
  'nestjs-express': { title: 'NestJS on Express', rate: 8_100, memory: 118 },
  hono: { title: 'Hono', rate: 21_100, memory: 71 },
} as const;
type SubjectId = keyof typeof subjects;
const subjectIds = Object.keys(subjects) as SubjectId[];

/** Trials of a case: in light scenarios as many as it takes to tell subjects apart. */
const blocksOf = ({ id }: Scenario) => (light.has(id) ? 10 : 3);

const users = 50;
const startedAt = Date.parse('2026-11-20T10:00:00.000Z');

let made: ResultDocument | undefined;

/**
 * A valid document of a suite under load, for tests: 25 scenarios in categories, six subjects,
 * a contrast, series, failures with their logs, a missing service and a stand-in. Its figures are
 * made up, and it must never be published.
 */
export function httpDocument(): ResultDocument {
  made ??= sealedDocument();
  return made;
}

function sealedDocument(): ResultDocument {
  const example = exampleDocument();
  const raw: RawDocument = {
    run: { ...example.run, blocks: 10, method: currentMethod },
    environment: {
      ...example.environment,
      services: [
        { id: 'postgres', name: 'PostgreSQL', version: '18.1', standIn: false },
        { id: 'redis', name: 'RESP server of the lab', version: '1.0', standIn: true },
        { id: 'external-api', name: 'External API', version: '1.0', standIn: false },
      ],
    },
    suite: {
      id: 'http',
      title: 'Frameworks under HTTP load',
      question: 'What does a framework for HTTP cost, and where does it not matter?',
      hypothesis: 'Frameworks differ on light requests; a database hides the difference.',
      metrics: httpMetrics,
      scenarios: httpScenarios,
      subjects: subjectIds.map((id, index) => ({
        id,
        title: subjects[id].title,
        version: `${index + 1}.0.0`,
        language: 'TypeScript',
        description: `The service written with ${subjects[id].title}.`,
        licence: 'MIT',
        configurationHash: String(index).repeat(64),
      })),
    },
    cases: httpScenarios.flatMap((scenario, index) =>
      parameterSets(scenario).flatMap((parameters, set) =>
        subjectIds.map((subject) => caseOf(scenario, index * 7 + set, parameters, subject)),
      ),
    ),
  };
  const { cases, groups, tables, caveats } = analyse(raw);
  return seal({
    schemaVersion: 1,
    ...raw,
    cases,
    groups,
    tables,
    caveats,
    answers: [
      {
        id: 'light',
        question: 'Which framework answers a light request fastest?',
        text: 'Fastify and Hono, which could not be told apart.',
        table: tables[0]?.id ?? '',
      },
    ],
  });
}

/** Every combination of the values on a scenario's axes. */
function parameterSets({ axes }: Scenario): Parameters[] {
  return axes.reduce<Parameters[]>(
    (sets, { id, values }) =>
      sets.flatMap((set) => values.map((value) => ({ ...set, [id]: value }))),
    [{}],
  );
}

function caseOf(
  scenario: Scenario,
  seed: number,
  parameters: Parameters,
  subject: SubjectId,
): RawCase {
  const identity = { scenario: scenario.id, parameters, subject };
  const one = { ...identity, key: caseKeyOf(identity, scenario.axes) };
  if (withoutService.has(scenario.id)) {
    return {
      ...one,
      status: 'skipped',
      reason: 'neither redis-server nor valkey-server is on the PATH',
      remedy: 'Install one of them, or set REDIS_URL.',
    };
  }
  if (subject === 'nestjs-express' && scenario.id === 'file-upload') {
    return { ...one, status: 'failed', stage: 'start', ...crash };
  }
  if (subject === 'hono' && parameters.page === 'last') {
    const message = 'GET /users/offset?page=1000&size=100 gave status 500 in place of 200.';
    return { ...one, status: 'failed', stage: 'check', message, detail: crash.detail };
  }
  const heavy = scenario.id.startsWith('db-') || scenario.axes.length > 0;
  const trials = Array.from({ length: blocksOf(scenario) }, (_, block): Trial[] => {
    const own = trialOf(scenario, { subject, parameters, block, seed, heavy }, 'subject');
    return subject === scenario.baseline
      ? [own, trialOf(scenario, { subject, parameters, block, seed: seed + 1, heavy }, 'control')]
      : [own];
  });
  return { ...one, status: 'measured', trials: trials.flat() };
}

const crash = {
  message: 'The server ended with exit code 1 before GET /health gave 200.',
  detail: [
    'server listening on 127.0.0.1:40123',
    'node:events:497',
    '      throw er; // Unhandled error event',
    '      ^',
    '',
    'Error: connect ECONNREFUSED 127.0.0.1:5432',
    '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1607:16) {',
    "  errno: -111, code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 5432",
    '}',
  ].join('\n'),
};

interface Taken {
  subject: SubjectId;
  parameters: Parameters;
  block: number;
  seed: number;
  heavy: boolean;
}

function trialOf(scenario: Scenario, taken: Taken, role: Trial['role']): Trial {
  const { subject, block, seed } = taken;
  const rate = rateOf(taken);
  const latency = (users / rate) * 1e6;
  return {
    block,
    position: role === 'control' ? subjectIds.length : subjectIds.indexOf(subject),
    role,
    startedAt: new Date(startedAt + block * 60_000).toISOString(),
    durationMs: 10_000,
    samples: {
      'request-rate': rate,
      latency: histogramAround(latency),
      'server-cpu': 900_000 / rate,
      'server-memory': subjects[subject].memory + wobble(seed + block) * 2,
      'error-share': 0,
    },
    resources: {
      cpuSeconds: 9,
      peakResidentBytes: subjects[subject].memory * 1e6,
      foreignCpuShare: 0.01,
      stealShare: null,
    },
    retakes: 0,
    caveats: [],
    ...(followed.has(scenario.id) && { series: seriesOf(scenario.id, taken, latency) }),
  };
}

function rateOf({ subject, parameters, block, seed, heavy }: Taken): number {
  const base = subjects[subject].rate;
  // A database hides most of what frameworks differ in.
  const shared = heavy ? 1 / (1 / base + 1 / 2_600) : base;
  const layer = parameters['data-layer'] === 'orm' ? 0.62 : 1;
  const deep = { first: 1, middle: 0.4, last: 0.12 }[String(parameters.page)] ?? 1;
  const page = parameters.method === 'cursor' ? 0.97 : deep;
  return shared * layer * page * (1 + wobble(seed * 31 + block * 7 + base) * 0.012);
}

/** From -1 to 1, the same for the same seed. */
function wobble(seed: number): number {
  return Math.sin(seed * 12.9898) ** 3;
}

function histogramAround(latency: number) {
  const histogram = build({ bitBucketSize: 64, numberOfSignificantValueDigits: 3 });
  const count = 1_000;
  for (let index = 0; index < count; index += 1) {
    const rarity = 1 / (1 - index / count);
    histogram.recordValue(Math.round(latency * (0.55 + 0.35 * rarity ** 0.36)));
  }
  return { histogram: encodeIntoCompressedBase64(histogram), count };
}

function seriesOf(scenario: string, { subject, block }: Taken, latency: number) {
  const points = scenario === 'long-running' ? 240 : 60;
  const startSeconds = Array.from({ length: points }, (_, index) => index + block * 0.01);
  const level = (index: number) =>
    scenario === 'spike-traffic' && index >= 20 && index < 40 ? 10 : 1;
  const follow = (unit: string, valueAt: (index: number) => number | null): Series => ({
    unit,
    startSeconds,
    values: startSeconds.map((_, index) => valueAt(index)),
  });
  const noise = (index: number) => 1 + wobble(index * 3 + block * 17 + latency) * 0.08;
  const rate = subjects[subject].rate;
  return {
    users: follow('users', (index) => 10 * level(index)),
    'request-rate': follow('requests/s', (index) => rate * noise(index)),
    // The server of one subject stops answering for a moment.
    'latency-p50': follow('µs', (index) =>
      subject === 'nestjs' && index === 30 ? null : latency * level(index) * noise(index),
    ),
    'latency-p95': follow('µs', (index) => 2.4 * latency * level(index) * noise(index)),
    'server-memory': follow('MB', (index) => subjects[subject].memory * (1 + index * 0.0008)),
  };
}
