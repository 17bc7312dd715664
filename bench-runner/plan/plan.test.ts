import { describe, expect, it } from 'vitest';
import type { ScenarioDefinition } from '../define/scenario.ts';
import { SubjectManifest } from '../define/subject.ts';
import { trialCount } from './count-trials.ts';
import { expandAxes } from './expand-axes.ts';
import { orderGroups, orderTrials } from './order-block.ts';
import { type PlannableSuite, planSuite } from './plan.ts';

const axes = {
  size: { title: 'Size', quick: [1], standard: [1, 2], full: [1, 2, 3] },
  mode: { title: 'Mode', quick: ['a', 'b'], standard: ['a', 'b'] },
};

const scenario: ScenarioDefinition = {
  title: 'Write',
  question: 'How fast?',
  description: 'Writes.',
  operation: 'one write',
  axes,
  metrics: ['time'],
  baseline: 'plain',
  method: { kind: 'command', format: 'go-bench', benchmark: () => 'BenchmarkWrite' },
};

const manifest = (unsupported: Record<string, string> = {}) =>
  SubjectManifest.parse({
    title: 'T',
    version: '1',
    language: 'C',
    description: 'D',
    command: ['x'],
    unsupported,
  });

const suite: PlannableSuite = {
  id: 'storage',
  scenarios: [
    { id: 'read', definition: { ...scenario, axes: {}, subjects: ['plain', 'pooled'] } },
    { id: 'write', definition: scenario },
  ],
  subjects: [
    { id: 'mapped', manifest: manifest({ write: 'it is read-only' }) },
    { id: 'plain', manifest: manifest() },
    { id: 'pooled', manifest: manifest() },
  ],
};

describe('expandAxes', () => {
  it('is the cross product, the last axis varying fastest', () => {
    expect(expandAxes(axes, 'standard')).toEqual([
      { size: 1, mode: 'a' },
      { size: 1, mode: 'b' },
      { size: 2, mode: 'a' },
      { size: 2, mode: 'b' },
    ]);
  });

  it('falls back to the standard values in the full profile', () => {
    expect(expandAxes(axes, 'full')).toHaveLength(6);
  });

  it('is one empty combination without axes, and none for an axis without values', () => {
    expect(expandAxes({}, 'quick')).toEqual([{}]);
    const none = { size: { title: 'Size', quick: [], standard: [1] } };
    expect(expandAxes(none, 'quick')).toEqual([]);
  });
});

describe('planSuite', () => {
  it('plans a group for each scenario and combination', () => {
    expect(planSuite(suite, { profile: 'quick' }).map(({ key }) => key)).toEqual([
      'read/-',
      'write/size=1,mode=a',
      'write/size=1,mode=b',
    ]);
  });

  it('lists subjects that cannot do a scenario with their reason instead of measuring them', () => {
    const [group] = planSuite(suite, { profile: 'quick', scenarios: ['write'] });
    expect(group?.subjects).toEqual(['plain', 'pooled']);
    expect(group?.unsupported).toEqual([{ subject: 'mapped', reason: 'it is read-only' }]);
  });

  it('keeps the baseline where another subject is selected', () => {
    const [group] = planSuite(suite, { profile: 'quick', subjects: ['pooled'] });
    expect(group?.subjects).toEqual(['plain', 'pooled']);
  });

  it('cuts the subjects of the quick profile where the scenario says so', () => {
    const definition = { ...scenario, quickSubjects: ['plain'] };
    const cut = { ...suite, scenarios: [{ id: 'write', definition }] };
    expect(planSuite(cut, { profile: 'quick' })[0]?.subjects).toEqual(['plain']);
    expect(planSuite(cut, { profile: 'standard' })[0]?.subjects).toEqual(['plain', 'pooled']);
  });

  it('cuts the subjects of the standard profile likewise, and measures all in the full one', () => {
    const definition = { ...scenario, standardSubjects: ['plain'] };
    const cut = { ...suite, scenarios: [{ id: 'write', definition }] };
    expect(planSuite(cut, { profile: 'standard' })[0]?.subjects).toEqual(['plain']);
    expect(planSuite(cut, { profile: 'full' })[0]?.subjects).toEqual(['plain', 'pooled']);
  });

  it('measures a subject selected by name also where the profile is kept for others', () => {
    const definition = { ...scenario, quickSubjects: ['plain'] };
    const cut = { ...suite, scenarios: [{ id: 'write', definition }] };
    const [group] = planSuite(cut, { profile: 'quick', subjects: ['pooled'] });
    expect(group?.subjects).toEqual(['plain', 'pooled']);
    const none = {
      ...suite,
      scenarios: [{ id: 'write', definition: { ...definition, quickSubjects: [] } }],
    };
    expect(planSuite(none, { profile: 'quick', subjects: ['pooled'] })).toEqual([]);
  });

  it('leaves a scenario out of a profile in which no subject takes part', () => {
    const definition = { ...scenario, quickSubjects: [] };
    const cut = { ...suite, scenarios: [{ id: 'write', definition }] };
    expect(planSuite(cut, { profile: 'quick' })).toEqual([]);
  });

  it('keeps the scenarios of a category', () => {
    const categorised = {
      ...suite,
      scenarios: [
        { id: 'read', definition: { ...scenario, category: 'basic' } },
        { id: 'write', definition: scenario },
      ],
    };
    const groups = planSuite(categorised, { profile: 'quick', categories: ['basic'] });
    expect(new Set(groups.map((group) => group.scenario))).toEqual(new Set(['read']));
  });

  it("takes a scenario's own times and number of blocks before those of the profile", () => {
    const definition = { ...scenario, timing: { quick: { blocks: 3, measureMs: 400 } } };
    const own = { ...suite, scenarios: [{ id: 'write', definition }] };
    const [quick] = planSuite(own, { profile: 'quick' });
    expect(quick?.timing).toEqual({ blocks: 3, warmUpMs: 80, measureMs: 400 });
    const [standard] = planSuite(own, { profile: 'standard' });
    expect(standard?.timing).toEqual({ blocks: 12, warmUpMs: 500, measureMs: 300 });
  });

  it('leaves a scenario out where no selected subject takes part', () => {
    const groups = planSuite(suite, { profile: 'quick', subjects: ['mapped'] });
    expect(groups.every(({ scenario: id }) => id === 'write')).toBe(true);
  });
});

describe('order of a block', () => {
  const groups = planSuite(suite, { profile: 'full' });
  const [group] = groups;
  if (!group) throw new Error('nothing planned');

  it('holds every subject once and the baseline twice, once as the control', () => {
    const trials = orderTrials(group, 7, 0);
    const count = (subject: string, role: string) =>
      trials.filter((each) => each.subject === subject && each.role === role).length;
    expect(trials).toHaveLength(3);
    expect(count('plain', 'subject')).toBe(1);
    expect(count('plain', 'control')).toBe(1);
    expect(count('pooled', 'subject')).toBe(1);
  });

  it('repeats with the seed and differs between blocks and seeds', () => {
    const orders = (seed: number) =>
      Array.from({ length: 20 }, (_, block) => JSON.stringify(orderTrials(group, seed, block)));
    expect(orders(7)).toEqual(orders(7));
    expect(orders(7)).not.toEqual(orders(8));
    expect(new Set(orders(7)).size).toBeGreaterThan(1);
  });

  it('shuffles groups without losing one', () => {
    const shuffled = orderGroups(groups, 7, 0);
    expect(new Set(shuffled)).toEqual(new Set(groups));
    expect(groups.map(({ key }) => key)).not.toEqual(shuffled.map(({ key }) => key));
  });

  it('counts the trials of all blocks', () => {
    expect(trialCount([group])).toBe(31 * 3);
    expect(trialCount([{ ...group, subjects: ['pooled'] }])).toBe(31);
    expect(trialCount([{ ...group, timing: { ...group.timing, blocks: 2 } }])).toBe(6);
  });
});
