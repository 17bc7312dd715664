import type { Trial } from '../results/cases.ts';
import type { Pair } from '../statistics/paired-ratio.ts';
import { figureOf } from './figure.ts';

/** What a case yielded for one metric in each block, by block. */
export function figuresByBlock(
  trials: readonly Trial[],
  role: Trial['role'],
  metric: string,
): ReadonlyMap<number, number> {
  const figures = new Map<number, number>();
  for (const trial of trials) {
    if (trial.role !== role) continue;
    const sample = Object.hasOwn(trial.samples, metric) ? trial.samples[metric] : undefined;
    const figure = figureOf(sample);
    if (figure !== null) figures.set(trial.block, figure);
  }
  return figures;
}

/** Pairs of the blocks in which both have a figure, in the order of blocks. */
export function pairBlocks(
  subject: ReadonlyMap<number, number>,
  reference: ReadonlyMap<number, number>,
): Pair[] {
  return [...subject]
    .sort(([a], [b]) => a - b)
    .flatMap(([block, figure]) => {
      const other = reference.get(block);
      return other === undefined ? [] : [{ subject: figure, reference: other }];
    });
}
