import type { Caveat } from '../results/caveat.ts';
import { coldStart } from './cold-start.ts';
import { generatorSaturated } from './generator-saturated.ts';
import { littlesLaw } from './littles-law.ts';
import { loadErrors } from './load-errors.ts';
import { nothingFound } from './nothing-found.ts';
import type { ObservedLoad } from './observed-load.ts';
import { offeredLoadNotReached } from './offered-load-not-reached.ts';
import { wrongAnswers } from './wrong-answers.ts';

/** The caveats in force for a trial under load over HTTP, in the order of the closed list. */
export function loadCaveats(load: ObservedLoad): Caveat[] {
  return [
    loadErrors(load),
    wrongAnswers(load),
    generatorSaturated(load),
    littlesLaw(load),
    coldStart(load.warmedUp),
    nothingFound(load),
    offeredLoadNotReached(load),
  ].filter((caveat) => caveat !== null);
}
