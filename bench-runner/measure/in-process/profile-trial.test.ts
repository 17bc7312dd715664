import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CpuProfile } from '../../results/cpu-profile.ts';
import { type Bundle, bundleModules } from './bundle.ts';
import { foldProfile } from './fold-profile.ts';
import { forkTrial } from './fork-trial.ts';
import { describeFunctions } from './profile-sources.ts';
import { profileTrial } from './profile-trial.ts';

const fixtures = fileURLToPath(new URL('../../execute/fixtures/', import.meta.url));
const fixture = (path: string) => join(fixtures, `${path}.ts`);
const askPeer = fixture('behaviour/scenarios/ask-peer');
const steady = fixture('behaviour/subjects/steady/index');
const fill = fixture('profiled/scenarios/fill');
const writes = fixture('profiled/subjects/writes/index');

describe('a trial that is taken to be profiled', () => {
  let folder: string;
  let bundle: Bundle;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-profile-'));
    bundle = await bundleModules([askPeer, steady, fill, writes], folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function profiled(scenario: string, subject: string, parameters: Record<string, string>) {
    const result = await forkTrial(
      {
        kind: 'trial',
        scenarioModule: bundle.moduleOf(scenario),
        subjectModule: bundle.moduleOf(subject),
        parameters,
        metrics: ['time-per-operation', 'allocated-bytes'],
        folder,
        seed: 1,
        warmUpMs: 100,
        measureMs: 20,
        profileMs: 200,
      },
      { program: bundle.child, limitMs: 60_000, signal: new AbortController().signal },
    );
    if ('failure' in result) throw new Error(result.failure.message);
    const { profiles = [], samples } = result.outcome;
    const profile = foldProfile(profiles, describeFunctions(fixtures));
    if (!profile) throw new Error('nothing was sampled');
    return { profile, samples, threads: new Set(profiles.map(({ thread }) => thread)) };
  }

  const named = ({ functions }: Pick<CpuProfile, 'functions'>, name: string) =>
    functions.filter((each) => each.name === name);

  it('comes back with the function of the subject, its source and its line', async () => {
    const { profile, samples } = await profiled(fill, writes, {});
    expect(named(profile, 'fill')).toEqual([
      {
        name: 'fill',
        source: 'bench-runner/execute/fixtures/profiled/subjects/writes/index.ts',
        line: 4,
      },
    ]);
    const [root] = profile.nodes;
    const filling = profile.nodes.filter(
      (node) => profile.functions[node.function]?.name === 'fill',
    );
    // Filling 64 KB leaves next to nothing for anything else.
    const share = filling.reduce((all, { totalMs }) => all + totalMs, 0) / (root?.totalMs ?? 0);
    expect(share).toBeGreaterThan(0.5);
    expect(JSON.stringify(profile)).not.toContain(folder);
    // It is no measured trial.
    expect(samples).toEqual({});
  }, 60_000);

  it.each(['process', 'thread'])(
    'holds what a second %s did, apart',
    async (peer) => {
      const { profile, threads } = await profiled(askPeer, steady, { peer });
      expect(threads).toEqual(new Set(['(main thread)', `(${peer} adder)`]));
      const top = profile.nodes.filter(({ parent }) => parent === 0);
      const names = top.map((node) => profile.functions[node.function]?.name);
      expect(names.toSorted()).toEqual(['(main thread)', `(${peer} adder)`]);
    },
    60_000,
  );
});

it('leaves what prepares batches out of the profile', async () => {
  const order: string[] = [];
  const own = {
    name: '(main thread)',
    start: async () => void order.push('start'),
    stop: async () => {
      order.push('stop');
      return null;
    },
  };
  let measured = false;
  const enter = (stage: string) => {
    if (stage === 'measure') {
      // Warming up is not recorded.
      expect(order).not.toContain('start');
      measured = true;
      order.length = 0;
    }
  };
  await profileTrial(
    {
      check: () => {},
      prepareBatch: () => void order.push('prepare'),
      batch: async () => {
        order.push('work');
        const until = performance.now() + 2;
        while (performance.now() < until);
      },
    },
    { warmUpMs: 1, profileMs: 3 },
    () => [own],
    enter,
  );
  expect(measured).toBe(true);
  expect(order.slice(0, 5)).toEqual(['start', 'stop', 'prepare', 'start', 'work']);
  expect(order.at(-1)).toBe('stop');
  expect(order.join(' ')).not.toMatch(/work prepare|start prepare/);
});
