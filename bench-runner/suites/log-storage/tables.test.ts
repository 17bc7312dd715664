import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioDefinition } from '../../define/scenario.ts';
import { choices } from './choices.ts';
import { families } from './families.ts';
import { metrics } from './metrics.ts';
import { publishedFigures } from './published.ts';
import type { Selection } from './tables/selection.ts';
import { targets } from './targets.ts';

const folder = new URL('./scenarios/', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
const scenarios = new Map(
  await Promise.all(
    files.map(async (name): Promise<[string, ScenarioDefinition]> => {
      const { default: scenario } = await import(new URL(name, folder).href);
      return [basename(name, '.ts'), scenario];
    }),
  ),
);

interface Named {
  title: string;
  of: Selection;
  metric: string;
  /** Unit that the figure is shown in, and the factor from the metric's own. */
  unit?: string | null | undefined;
  scale?: number;
}

const figures: Named[] = [
  ...families.map(({ headline, ...family }) => ({ ...family, of: headline })),
  ...targets.flatMap(({ title, unit, measure }) => [
    { ...measure, title, unit: measure.kind === 'figure' ? unit : undefined },
    ...(measure.kind === 'over-case' ? [{ title, of: measure.to, metric: measure.metric }] : []),
  ]),
  ...publishedFigures.map(({ figure, unit, ours }) => ({ title: figure, unit, ...ours })),
  ...choices.flatMap(({ title, of, metric, before }) => [
    { title, of, metric },
    ...(before ? [{ title, of: before.of, metric }] : []),
  ]),
];

describe('what tables are made of', () => {
  it.each(figures)('$title: names a case of the standard profile', ({ of, metric }) => {
    const scenario = scenarios.get(of.scenario);
    if (scenario === undefined) throw new Error(`no scenario ${of.scenario}`);
    for (const [axis, value] of Object.entries(of.parameters)) {
      expect(scenario.axes[axis]?.standard, `${of.scenario}, ${axis}`).toContain(value);
    }
    expect(scenario.metrics).toContain(metric);
    expect(metrics.map(({ id }) => id)).toContain(metric);
    expect(scenario.subjects ?? ['segment-log']).toContain('segment-log');
  });

  it.each(figures.filter(({ unit }) => typeof unit === 'string'))(
    '$title: is shown in a unit that its factor leads to',
    ({ metric, unit, scale = 1 }) => {
      const own = metrics.find(({ id }) => id === metric)?.unit ?? '';
      const nanoseconds: Record<string, number> = { ns: 1, µs: 1e3, ms: 1e6 };
      const [from, to] = [own, unit ?? ''].map((name) => nanoseconds[name.replace('/op', '')]);
      if (from === undefined || to === undefined) expect([unit, scale]).toEqual([own, 1]);
      else expect(scale).toBeCloseTo(from / to, 12);
    },
  );

  it('has a family for every scenario', () => {
    const measured = families.map(({ headline }) => headline.scenario);
    expect(measured.toSorted()).toEqual([...scenarios.keys()].toSorted());
  });

  it.each(choices)('$title: has at least two values to choose from', ({ of, axis, before }) => {
    const values = scenarios.get(of.scenario)?.axes[axis]?.standard ?? [];
    expect(values.length + (before ? 1 : 0)).toBeGreaterThan(1);
  });

  it.each(targets.filter(({ measure }) => measure.kind !== 'figure'))(
    '$title: is compared with something that takes part',
    ({ measure }) => {
      const subjects = scenarios.get(measure.of.scenario)?.subjects;
      if (measure.kind === 'over-case') expect(measure.to).not.toEqual(measure.of);
      else if (subjects) expect(subjects).toContain('bare-file');
    },
  );
});
