import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'hdr-histogram-js';
import { describe, expect, it } from 'vitest';
import type { HttpLoadMethod, LoadPlan, LoadResult } from '../../define/http-load.ts';
import type { ScenarioDefinition } from '../../define/scenario.ts';
import { trialCount } from '../../plan/count-trials.ts';
import { expandAxes } from '../../plan/expand-axes.ts';
import { type PlannedGroup, planSuite } from '../../plan/plan.ts';
import type { Parameters } from '../../results/identifiers.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import { dataSet } from './data/data-set.ts';
import { frameworks } from './load/participants.ts';
import { MadeUpServer } from './load/testing/made-up-server.ts';
import { metrics } from './metrics.ts';

const here = import.meta.dirname;
const scenarios = await Promise.all(
  readdirSync(join(here, 'scenarios'))
    .filter((name) => name.endsWith('.ts'))
    .map(async (name) => {
      const id = name.slice(0, -3);
      const module: { default: ScenarioDefinition } = await import(`./scenarios/${id}.ts`);
      const { method } = module.default;
      if (method.kind !== 'http-load') throw new Error(`${id} is not measured under load`);
      return { id, definition: module.default, method };
    }),
);

function planFor(
  method: HttpLoadMethod,
  parameters: Parameters,
  server: MadeUpServer,
): LoadPlan | Promise<LoadPlan> {
  return method.load({
    parameters,
    random: seededRandom(1),
    ask: (request) => server.ask(request),
  });
}

/** As a measurement does: every user in turn carries out iterations, and each answer is looked at. */
async function measure(plan: LoadPlan, server: MadeUpServer, from: number, to: number) {
  const { users } = plan.load as { users: number };
  const taking = Array.from({ length: Math.min(users, 3) }, (_, index) => ({
    index,
    random: seededRandom(index + 1),
  }));
  for (let iteration = from; iteration < to; iteration += 1) {
    for (const user of taking) {
      const requests = plan.iteration({ ...user, random: () => user.random(), iteration });
      let step = requests.next();
      while (!step.done) step = requests.next(await server.request(step.value));
    }
  }
}

const result: LoadResult = {
  steady: true,
  seconds: 2,
  requests: 40,
  iterations: 40,
  intendedIterations: 40,
  lateIterations: 0,
  errors: {},
  firstError: null,
  checked: 40,
  wrongAnswers: 0,
  firstWrongAnswer: null,
  lookups: 0,
  nothingFound: 0,
  meanInFlight: 1,
  generatorCpuSeconds: 0.1,
  latency: build(),
  latencies: {},
  iterationLatency: build(),
  windows: Array.from({ length: 20 }, (_, index) => ({
    startSeconds: index / 10,
    seconds: 0.1,
    users: 10,
    requests: 2,
    errors: 0,
    p50: 900,
    p95: 1000,
    p99: 1100,
  })),
};

describe.each(scenarios)('$id', ({ definition, method }) => {
  it.each(expandAxes(definition.axes, 'full'))('can be done by a right server: %j', async (one) => {
    const server = new MadeUpServer();
    const plan = await planFor(method, one, server);
    await plan.check?.();
    const before = server.asked;
    await measure(plan, server, 0, 5);
    expect(server.asked).toBeGreaterThan(before);
    await plan.reset?.();
    await measure(plan, server, 5, 10);
    await plan.check?.();
    const found = (await plan.metrics?.(result)) ?? {};
    expect(definition.metrics).toEqual(expect.arrayContaining(Object.keys(found)));
    for (const value of Object.values(found)) expect(value).toSatisfy(Number.isFinite);
  });

  it('finds a server out whose answers lack what they must hold', async () => {
    const [one = {}] = expandAxes(definition.axes, 'full');
    const server = new MadeUpServer(() => ({ nothing: true }));
    await expect(
      (async () => {
        const plan = await planFor(method, one, server);
        await plan.check?.();
        await measure(plan, server, 0, 5);
        await plan.check?.();
      })(),
    ).rejects.toThrow();
  });

  it('names metrics, data and axes that exist', () => {
    const known = metrics.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...definition.metrics]));
    expect(new Set(definition.metrics).size).toBe(definition.metrics.length);
    expect(Object.keys(dataSet.parts)).toEqual(expect.arrayContaining([...(method.data ?? [])]));
    const { contrast, axes } = definition;
    if (contrast === undefined) return;
    const axis = axes[contrast.axis];
    expect(axis?.full ?? axis?.standard).toContain(contrast.baseline);
    if ((axis?.standard.length ?? 0) > 1) expect(axis?.standard).toContain(contrast.baseline);
  });
});

it('counts updates that a server loses, and finds them out where none may be', async () => {
  const { method } = scenarios.find(({ id }) => id === 'db-transactions')!;
  const lossy = async (strategy: string) => {
    const server = new MadeUpServer();
    const plan = await planFor(method, { strategy, users: 1 }, server);
    await plan.check?.();
    await measure(plan, server, 0, 6);
    await plan.reset?.();
    await measure(plan, server, 6, 8);
    server.state.losing = true;
    await measure(plan, server, 8, 10);
    await plan.check?.();
    return plan.metrics?.(result);
  };
  expect(await lossy('no-lock')).toEqual({
    'decrement-rate': 2,
    'lost-update-share': 20,
    'refused-share': 0,
    retries: 2,
  });
  await expect(lossy('pessimistic')).rejects.toThrow(/2 of 10 updates were lost/);
});

it('covers the plan: 22 scenarios in six categories, and its experiments', () => {
  const categories = new Set(scenarios.map(({ definition }) => definition.category));
  expect([...categories].toSorted()).toEqual([
    'basic',
    'caching',
    'db-advanced',
    'experiments',
    'mixed',
    'real-world',
    'stress',
  ]);
  const planned =
    'lightweight json-payload db-read db-write external-api middleware-chain file-upload concurrent-mixed db-pagination db-column-overhead db-n-plus-one db-bulk-operations db-transactions cache-hit cache-miss-db auth-jwt aggregation search real-world-flow spike-traffic long-running mixed-cold-warm'.split(
      ' ',
    );
  expect(planned).toHaveLength(22);
  expect(scenarios.map(({ id }) => id)).toEqual(
    expect.arrayContaining([...planned, 'workers', 'pool-size', 'password-hashing']),
  );
});

describe('the time a profile takes, as expected on two cores', () => {
  const suite = {
    id: 'http-frameworks',
    scenarios,
    subjects: frameworks.map((id) => ({ id, manifest: { unsupported: {} } as never })),
  };

  const standard = { profile: 'standard' } as const;

  it('is at most 110 s in the quick profile', () => {
    const groups = planSuite(suite, { profile: 'quick' });
    expect(trialCount(groups)).toBeGreaterThan(0);
    expect(expectedSeconds(groups)).toBeLessThanOrEqual(110);
  });

  it('is at most 60 minutes in the standard profile for five subjects, contracts included', () => {
    const groups = planSuite(suite, standard);
    expect((expectedSeconds(groups) + overhead.preparation) / 60).toBeLessThanOrEqual(60);
  });

  it('leaves only the long-running scenario to the full profile', () => {
    const asked = new Set(planSuite(suite, standard).map((group) => group.scenario));
    expect(scenarios.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([
      'long-running',
    ]);
  });

  it('leaves enough blocks to tell the subjects of every group apart', () => {
    for (const { key, subjects, timing } of planSuite(suite, standard)) {
      const pairs = (subjects.length * (subjects.length - 1)) / 2;
      expect(2 ** (1 - timing.blocks) * Math.max(1, pairs), key).toBeLessThan(0.05);
    }
  });

  it('leaves enough blocks to tell the values of every contrast apart', () => {
    for (const { id, definition } of scenarios) {
      const [group] = planSuite({ ...suite, scenarios: [{ id, definition }] }, standard);
      const axis = definition.contrast?.axis;
      if (group === undefined || axis === undefined) continue;
      const values = definition.axes[axis]?.standard.length ?? 0;
      const ratios = group.subjects.length * (values - 1);
      expect(2 ** (1 - group.timing.blocks) * ratios, id).toBeLessThan(0.05);
    }
  });
});

/**
 * Packages, services, data and the contracts of five subjects before and after; then, for a trial,
 * start and end of a server and the generator, the warm-up until the rate is steady, data brought
 * back, services restarted; in s, as the run of version 2026.11.2 took them.
 */
const overhead = { preparation: 255, trial: 0.85, warmUp: 1.75, restored: 0.8, restarted: 1.5 };

function expectedSeconds(groups: readonly PlannedGroup[]): number {
  return groups.reduce((sum, group) => {
    const { method } = scenarios.find(({ id }) => id === group.scenario)!;
    const { warmUpMs, measureMs } = group.timing;
    const warm = method.warmUp?.(group.parameters) ?? true;
    const trial =
      overhead.trial +
      (method.writes ? overhead.restored : 0) +
      (method.restartServices?.(group.parameters) ? overhead.restarted : 0) +
      (warm ? Math.min(warmUpMs / 1000, overhead.warmUp) : 0) +
      measureMs / 1000;
    return sum + trial * trialCount([group]);
  }, 0);
}
