import { cpuSteal } from '../caveats/cpu-steal.ts';
import { fewTrials } from '../caveats/few-trials.ts';
import { foreignCpu } from '../caveats/foreign-cpu.ts';
import { memoryLimitHit } from '../caveats/memory-limit-hit.ts';
import { wideInterval } from '../caveats/wide-interval.ts';
import type { MetricSummary, Trial } from '../results/cases.ts';
import { type Caveat, type CaveatCode, caveatCodes } from '../results/caveat.ts';
import { clip } from './clip.ts';

interface MeasuredTrials {
  trials: readonly Trial[];
  summaries: Readonly<Record<string, MetricSummary>>;
  /** Caveats the case was given when it was measured. */
  caveats: readonly Caveat[];
}

interface Limits {
  foreignCpuGate: number;
  memoryLimitBytes: number | null;
}

const derived: ReadonlySet<CaveatCode> = new Set<CaveatCode>([
  'few-trials',
  'wide-interval',
  'memory-limit-hit',
  'foreign-cpu',
  'cpu-steal',
]);

/**
 * The caveats in force for a case, one a code, in the order of the closed list: those that follow
 * from its numbers, those of its trials with how many have them, and those it was given that cannot
 * be worked out from either.
 */
export function caseCaveats(
  { trials, summaries, caveats }: MeasuredTrials,
  limits: Limits,
): Caveat[] {
  const peaks = trials.map(({ resources }) => resources.peakResidentBytes);
  const found = [
    fewTrials(trials.filter(({ role }) => role === 'subject').length),
    wideInterval(Object.entries(summaries).map(([metric, summary]) => ({ metric, ...summary }))),
    memoryLimitHit(Math.max(0, ...peaks), limits.memoryLimitBytes),
    ...ofTrials(trials, limits.foreignCpuGate),
    ...caveats.filter(({ code }) => !derived.has(code)),
  ].filter((caveat) => caveat !== null);
  return caveatCodes.flatMap((code) => found.find((caveat) => caveat.code === code) ?? []);
}

function ofTrials(trials: readonly Trial[], gate: number): Caveat[] {
  const details = new Map<CaveatCode, string[]>();
  for (const { resources, caveats } of trials) {
    const own = [
      foreignCpu(resources.foreignCpuShare, gate),
      cpuSteal(resources.stealShare),
      ...caveats.filter(({ code }) => !derived.has(code)),
    ];
    for (const caveat of own) {
      if (caveat === null) continue;
      const known = details.get(caveat.code);
      if (known) known.push(caveat.detail);
      else details.set(caveat.code, [caveat.detail]);
    }
  }
  return [...details].map(([code, [first = '', ...others]]) => ({
    code,
    detail: clip(
      `${others.length + 1} of ${trials.length} trials${
        others.some((other) => other !== first) ? ', the first' : ''
      }: ${first}`,
      1_000,
    ),
  }));
}
