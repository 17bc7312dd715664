import type { Samples } from '../../results/samples.ts';

/**
 * What running totals of services say of a measurement, by metric id: the rise of each per request,
 * and for `<x>-hits` with `<x>-misses` also `<x>-hit-share` in %, where there was any of either.
 */
export function counterSamples(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  requests: number,
): Samples {
  const samples: Samples = {};
  const rise = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
  for (const name of Object.keys(after)) {
    if (before[name] === undefined || requests === 0) continue;
    samples[name] = rise(name) / requests;
    const hits = /^(.+)-hits$/.exec(name)?.[1];
    if (hits === undefined || after[`${hits}-misses`] === undefined) continue;
    const all = rise(name) + rise(`${hits}-misses`);
    if (all > 0) samples[`${hits}-hit-share`] = (100 * rise(name)) / all;
  }
  return samples;
}
