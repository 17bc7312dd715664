import type { ResultDocument } from '../../results/schema.ts';

/** How often a subject was found different from itself. */
export interface Verdicts {
  /** Comparisons that could have found a difference. */
  comparisons: number;
  /** Of them, those that called one. */
  different: number;
  /** Of them, those whose interval excludes 1, before correction and noise floor. */
  intervalsWithout1: number;
  /** Of the ratios, ascending. */
  ratios: number[];
  noiseFloors: number[];
  /** Trials, and those of them that other work disturbed. */
  trials: number;
  disturbed: number;
  /** Why comparisons are missing, each once. */
  failures: string[];
}

/** Counts the verdicts of a run in which each group compares a subject with itself. */
export function countVerdicts({
  groups,
  cases,
}: Pick<ResultDocument, 'groups' | 'cases'>): Verdicts {
  const compared = groups.flatMap(({ comparisons, noiseFloor }) =>
    noiseFloor === null ? [] : comparisons.map((comparison) => ({ ...comparison, noiseFloor })),
  );
  const trials = cases.flatMap((one) => (one.status === 'measured' ? one.trials : []));
  const failures = cases.flatMap((one) => {
    if (one.status === 'measured') return [];
    return one.status === 'failed' ? `${one.stage}: ${one.message}` : one.reason;
  });
  return {
    comparisons: compared.length,
    different: compared.filter(({ verdict }) => verdict !== 'tie').length,
    intervalsWithout1: compared.filter(({ low, high }) => low > 1 || high < 1).length,
    ratios: compared.map(({ ratio }) => ratio).sort((a, b) => a - b),
    noiseFloors: compared.map(({ noiseFloor }) => noiseFloor).sort((a, b) => a - b),
    trials: trials.length,
    disturbed: trials.filter(({ caveats }) => caveats.some(({ code }) => code === 'foreign-cpu'))
      .length,
    failures: [...new Set(failures)],
  };
}

/** The verdicts in sentences, for a terminal and for the methodology page. */
export function describeVerdicts(
  { comparisons, different, ...seen }: Verdicts,
  most: number,
): string {
  if (comparisons === 0) return 'nothing was compared';
  return [
    `different: ${different} of ${comparisons} comparisons of a subject with itself (at most ${most} may be)`,
    `intervals that exclude 1, before the noise floor: ${seen.intervalsWithout1} of ${comparisons}`,
    `ratios: median ${figure(middle(seen.ratios))}, from ${figure(seen.ratios[0])} to ${figure(seen.ratios.at(-1))}`,
    `noise floors: median ${figure(middle(seen.noiseFloors))}, from ${figure(seen.noiseFloors[0])} to ${figure(seen.noiseFloors.at(-1))}`,
    `trials: ${seen.trials}, ${seen.disturbed} of them while other work used more than its share`,
  ].join('\n');
}

/** The lower of the two middle values where their number is even: a figure that was measured. */
function middle(ascending: readonly number[]): number | undefined {
  return ascending[(ascending.length - 1) >> 1];
}

function figure(value: number | undefined): string {
  return value === undefined ? 'none' : value.toFixed(3);
}
