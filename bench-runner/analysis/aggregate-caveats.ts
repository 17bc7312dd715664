import { quickProfile } from '../caveats/quick-profile.ts';
import { standInService } from '../caveats/stand-in-service.ts';
import type { Case } from '../results/cases.ts';
import { type Caveat, caveatCodes } from '../results/caveat.ts';
import type { ResultDocument } from '../results/schema.ts';
import { clip } from './clip.ts';

/**
 * The caveats in force for several cases together, one a code in the order of the closed list: how
 * many of the measured cases have it, and what was seen in the first; and the caveats of the run.
 */
export function aggregateCaveats(
  cases: readonly Case[],
  { run, environment }: Pick<ResultDocument, 'run' | 'environment'>,
  nameOf: (one: Case) => string = ({ key }) => key,
): Caveat[] {
  const measured = cases.filter((one) => one.status === 'measured');
  if (measured.length === 0) return [];
  const ofRun = [quickProfile(run.profile), standInService(environment.services)];
  return caveatCodes.flatMap((code) => {
    const general = ofRun.find((caveat) => caveat?.code === code);
    if (general) return [general];
    const having = measured.flatMap((one) =>
      one.caveats.filter((caveat) => caveat.code === code).map(({ detail }) => ({ one, detail })),
    );
    const [first] = having;
    if (!first) return [];
    const count = `${having.length} of ${measured.length} measured ${measured.length === 1 ? 'case' : 'cases'}`;
    const which = having.length === 1 ? '' : 'the first ';
    return [
      { code, detail: clip(`${count}; ${which}${nameOf(first.one)}: ${first.detail}`, 1_500) },
    ];
  });
}
