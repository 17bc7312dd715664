import { beforeAll, describe, expect, it } from 'vitest';
import { type DiscoveredSuite, discoverSuites } from '../../discovery/discover.ts';
import { type PlannedGroup, planSuite } from '../../plan/plan.ts';

let suite: DiscoveredSuite;
beforeAll(async () => {
  suite = (await discoverSuites()).find(({ id }) => id === 'log-storage')!;
});

/**
 * What a trial takes besides warm-up and measurement, in s, as 410 trials of the standard profile
 * took on two cores: a process, its check and its files, and where a large log is prepared, that.
 */
const overhead = 0.3;
const preparation: Record<string, number> = {
  compaction: 4,
  'topic-compaction': 2.8,
  recovery: 1.9,
  'random-fetch': 0.5,
};

function expectedSeconds(groups: readonly PlannedGroup[]): number {
  return groups.reduce((sum, { scenario, subjects, timing }) => {
    const trials = timing.blocks * (subjects.length + 1);
    const measured = (timing.warmUpMs + timing.measureMs) / 1000;
    return sum + trials * (overhead + (preparation[scenario] ?? 0) + measured);
  }, 0);
}

describe('the profiles', () => {
  it('take a minute at most in quick and twenty in standard, as expected on two cores', () => {
    const seconds = (profile: 'quick' | 'standard') =>
      expectedSeconds(planSuite(suite, { profile }));
    expect(seconds('quick')).toBeGreaterThan(0);
    expect(seconds('quick')).toBeLessThanOrEqual(55);
    expect(seconds('standard') / 60).toBeLessThanOrEqual(19);
  });

  it.each(['quick', 'standard'] as const)(
    'leave enough blocks in %s to tell the subjects of every group apart',
    (profile) => {
      for (const { key, subjects, timing } of planSuite(suite, { profile })) {
        const pairs = Math.max(1, (subjects.length * (subjects.length - 1)) / 2);
        expect(2 ** (1 - timing.blocks) * pairs, key).toBeLessThan(0.05);
      }
    },
  );

  it('leave enough blocks in standard to tell the values of every contrast apart', () => {
    for (const scenario of suite.scenarios) {
      const { contrast, axes } = scenario.definition;
      const [group] = planSuite({ ...suite, scenarios: [scenario] }, { profile: 'standard' });
      if (group === undefined || contrast === undefined) continue;
      const ratios = group.subjects.length * ((axes[contrast.axis]?.standard.length ?? 1) - 1);
      expect(2 ** (1 - group.timing.blocks) * ratios, scenario.id).toBeLessThan(0.05);
    }
  });
});
