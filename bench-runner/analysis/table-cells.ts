import { isWide } from '../caveats/wide-interval.ts';
import type { Case } from '../results/cases.ts';
import { type CaveatCode, caveatCodes } from '../results/caveat.ts';
import type { Comparison, Group, Metric } from '../results/schema.ts';
import type { Cell } from '../results/tables.ts';
import { fewestForInterval } from '../statistics/median-interval.ts';
import type { Baseline } from './baseline.ts';
import { summaryOf } from './case-summary.ts';
import { clip } from './clip.ts';
import { shownVerdict } from './verdict.ts';

/** Why a case has no figures, or null where it was measured. */
export function absence(one: Case): Cell | null {
  if (one.status === 'measured') return null;
  const reason =
    one.status === 'failed' ? `failed (${one.stage}): ${one.message}` : `skipped: ${one.reason}`;
  return { kind: 'absent', reason: clip(reason, 300) };
}

/** The subject's place; absent where the case has no figure to rank it by. */
export function rankCell(group: Group, { subject }: Case): Cell {
  const place = group.ranks.find((rank) => rank.subject === subject);
  if (!place) return { kind: 'absent', reason: 'not ranked: no figure to rank by' };
  return { kind: 'rank', rank: place.rank, tied: place.tied };
}

/** A metric's median or another of its percentiles, with its interval. */
export function valueCell(one: Case, metric: Metric, percentile?: number): Cell {
  if (one.status !== 'measured') return absence(one) as Cell;
  const summary = summaryOf(one, metric.id);
  if (!summary) return { kind: 'absent', reason: `not reported: ${metric.title}` };
  const { n } = summary;
  if (percentile === undefined) {
    const { median: value, low, high } = summary;
    return { kind: 'value', value, low, high, n, caveats: codesOf([one], isWide(summary)) };
  }
  const point = summary.percentiles?.find((each) => each.percentile === percentile);
  if (!point) {
    return { kind: 'absent', reason: `too few values for the ${percentile}th percentile` };
  }
  const { value, low = null, high = null } = point;
  const wide = isWide({ median: value, low, high });
  return { kind: 'value', value, low, high, n, caveats: codesOf([one], wide) };
}

/**
 * The ratio to the baseline with its verdict. Bounds are null with fewer than 6 pairs, which cannot
 * reach 95 %.
 */
export function ratioCell(group: Group, one: Case, baseline: Baseline): Cell {
  const missing = absence(one);
  if (missing) return missing;
  if (baseline.case?.status !== 'measured' || !baseline.summary) {
    return { kind: 'absent', reason: clip(`no ratio: ${baseline.title} was not measured`, 300) };
  }
  if (one.subject === baseline.id) return baselineRatio(baseline.summary.n);
  const comparison = group.comparisons.find(
    ({ subject, reference }) => subject === one.subject && reference === baseline.id,
  );
  if (!comparison) {
    return { kind: 'absent', reason: 'no ratio: a value is zero, negative or missing' };
  }
  const verdict = shownVerdict(comparison, group.comparisons.length, group.noiseFloor);
  return measuredRatio(comparison, verdict, [one, baseline.case]);
}

type Ratio = Extract<Cell, { kind: 'ratio' }>;

/** A ratio of two cases as a cell. */
export function measuredRatio(
  { ratio, low, high, pairs }: Pick<Comparison, 'ratio' | 'low' | 'high' | 'pairs'>,
  verdict: Ratio['verdict'],
  cases: readonly Case[],
): Ratio {
  const bounded = pairs >= fewestForInterval;
  return {
    kind: 'ratio',
    value: ratio,
    verdict,
    low: bounded ? low : null,
    high: bounded ? high : null,
    n: pairs,
    caveats: codesOf(cases, bounded && isWide({ median: ratio, low, high })),
  };
}

/** The cell of what others are compared with. */
export function baselineRatio(n: number): Ratio {
  return { kind: 'ratio', value: 1, verdict: 'baseline', low: null, high: null, n, caveats: [] };
}

/** Codes in force, in the order of the closed list; `wide-interval` as the cell itself has it. */
function codesOf(cases: readonly Case[], wide: boolean): CaveatCode[] {
  const codes = new Set(
    cases.flatMap((one) => (one.status === 'measured' ? one.caveats.map(({ code }) => code) : [])),
  );
  return caveatCodes.filter((code) => (code === 'wide-interval' ? wide : codes.has(code)));
}
